using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Testing;
using PerformanceRecords.Web.Tests.Features;
using Xunit;

namespace PerformanceRecords.Web.Tests.Hosting;

/// <summary>What the host does instead of serving pages, in a process of its own.</summary>
public sealed class VerbTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    [Fact]
    public async Task VerifyLetters_PrintsTheCount_AndEndsWithOneWhereALetterWasChanged()
    {
        await office.NewCase().AtProvinceAsync();
        Assert.Equal((0, "1 letters, 1 cases moved by them, 0 problems"), await RunAsync("verify-letters"));

        await using (var db = office.Portal.OpenDatabase())
        {
            await db.Letters.ExecuteUpdateAsync(set => set.SetProperty(l => l.Addressee, "别的机关"));
        }

        Assert.Equal((1, "1 letters, 1 cases moved by them, 1 problems"), await RunAsync("verify-letters"));
    }

    [Fact]
    public async Task AVerb_IsUnderstoodBehindTwoDashesToo_AndASlipStartsNoPortal()
    {
        Assert.Equal(0, (await RunAsync("--", "migrate")).ExitCode);
        Assert.Equal((2, ""), await RunAsync("migrat"));
    }

    private async Task<(int ExitCode, string LastLine)> RunAsync(params string[] words)
    {
        var folder = Path.Combine(TestEnvironment.Root(), "src", "PerformanceRecords.Web");
        var built = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "bin", built[^2], built[^1], "PerformanceRecords.Web.dll"), .. words])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        foreach (var (key, value) in office.Portal.Database.Settings.Append(new("FileStore:Folder", office.Portal.Services.GetRequiredService<IConfiguration>()["FileStore:Folder"]))
            .Append(new("PersonalNumbers:Key", Convert.ToBase64String(new byte[32]))))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "");
    }
}
