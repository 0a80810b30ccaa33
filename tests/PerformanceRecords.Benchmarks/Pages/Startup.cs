namespace PerformanceRecords.Benchmarks.Pages;

/// <summary>How long a newcomer waits for the first page of the demonstration, and what the portal takes when nobody is there.</summary>
internal static class Startup
{
    private const int Starts = 5;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pr-startup-");
        try
        {
            // the first start makes the database and the demo filings; what is measured are the ones after it
            await using (await StartAsync(folder))
            {
            }

            var starts = new List<double>();
            var memory = new List<double>();
            for (var n = 0; n < Starts; n++)
            {
                await using var portal = await StartAsync(folder);
                starts.Add(portal.FirstAnswer.TotalMilliseconds);
                if (n == 0)
                {
                    await Task.Delay(Idle);
                    memory.Add(portal.MemoryMegabytes);
                }
            }

            return [new("startup.firstpage.ms", starts.Median()), new("startup.idlememory.mb", memory.Median())];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<ServerProcess> StartAsync(DirectoryInfo folder) =>
        ServerProcess.StartAsync(Portal.Assembly, Portal.Folder, "/account/sign-in", new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "portal.db")}",
            ["FileStore:Folder"] = Path.Combine(folder.FullName, "files"),
            ["PersonalNumbers:KeyFile"] = Path.Combine(folder.FullName, "personal-numbers.key"),
            ["PlatformSandbox:Address"] = "http://127.0.0.1:0",
        });
}
