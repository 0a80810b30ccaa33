using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Seeding;

namespace PerformanceRecords.Web.Hosting;

/// <summary>What the host does instead of serving pages: <c>dotnet run --project src/PerformanceRecords.Web -- migrate | seed | administrator NAME | docs | verify-letters</c>.</summary>
internal static class Verbs
{
    /// <summary>False when the arguments name no verb and the portal is to run; a word that is no verb is refused, so that a slip does not start a second portal.</summary>
    public static async Task<bool> RunVerbAsync(this WebApplication app, string[] args)
    {
        // "--" is what dotnet run takes away and a published portal does not
        var words = args.SkipWhile(a => a == "--").ToArray();
        switch (words.FirstOrDefault())
        {
            case "migrate":
                await MigrateAsync(app);
                return true;
            case "seed":
                await MigrateAsync(app);
                await DemoSeeding.SeedAsync(app.Configuration, app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Password);
                return true;
            case "administrator":
                await PrepareAdministratorAsync(app, words.ElementAtOrDefault(1) ?? "");
                return true;
            case "docs":
                await File.WriteAllTextAsync(Path.Combine(Repository(), "docs", "workflows.md"), RouteDocument.Write());
                return true;
            case "verify-letters":
                await VerifyLettersAsync(app);
                return true;
            case { } word when !word.StartsWith('-'):
                Console.Error.WriteLine($"{word}: there is no such verb. There are migrate, seed, administrator NAME, docs and verify-letters.");
                Environment.ExitCode = 2;
                return true;
            default:
                return false;
        }
    }

    private static async Task PrepareAdministratorAsync(WebApplication app, string userName)
    {
        await MigrateAsync(app);
        await using var scope = app.Services.CreateAsyncScope();
        var (password, problem) = await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().PrepareAsync(userName);
        if (password is null)
        {
            Console.Error.WriteLine(problem);
            Environment.ExitCode = 1;
            return;
        }

        Console.WriteLine($"{userName} signs in with the one-time password {password.Text} until {password.Until:u} and then chooses another.");
    }

    private static async Task VerifyLettersAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<LetterCheck>().RunAsync();
        foreach (var problem in result.Problems)
        {
            Console.Error.WriteLine(problem);
        }

        Console.WriteLine($"{result.Letters} letters, {result.Moves} cases moved by them, {result.Problems.Count} problems");
        Environment.ExitCode = result.Problems.Count == 0 ? 0 : 1;
    }

    // started from the repository or, as dotnet run does, from the project
    private static string Repository()
    {
        var folder = new DirectoryInfo(Directory.GetCurrentDirectory());
        while (!File.Exists(Path.Combine(folder.FullName, "docs", "glossary.md")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The documents are written inside the repository only.");
        }

        return folder.FullName;
    }

    private static async Task MigrateAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().MigrateAsync();
    }
}
