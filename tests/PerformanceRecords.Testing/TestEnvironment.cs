namespace PerformanceRecords.Testing;

/// <summary>The real parts this machine lends to the tests; <c>tests/run.sh</c> sets the variables.</summary>
public static class TestEnvironment
{
    /// <summary>Connection to a server on which databases may be created, or null.</summary>
    public static string? Postgres { get; } = Read("PR_TEST_POSTGRES");

    /// <summary>Path of an installed Chromium, or null.</summary>
    public static string? Chromium { get; } = Read("PR_TEST_CHROMIUM") ?? (File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null);

    public static string? WhyNoPostgres => Missing(Postgres, "no PostgreSQL server: PR_TEST_POSTGRES is not set (tests/run.sh starts one)");

    public static string? WhyNoChromium => Missing(Chromium, "no Chromium: PR_TEST_CHROMIUM is not set (tests/run.sh installs one)");

    public static string? WhyNoPaper => WhyNoChromium ?? Missing(OnPath("pdftoppm"), "no pdftoppm to look at paper (tests/run.sh installs poppler-utils)");

    /// <summary>Where logs and pictures of failures go: TestResults at the root of the repository.</summary>
    public static string Results { get; } = Directory.CreateDirectory(Path.Combine(Root(), "TestResults")).FullName;

    // On a build server every part must be there: the tests run and fail instead of being skipped.
    private static bool EverythingMustBeThere { get; } = Environment.GetEnvironmentVariable("CI") is "true" or "1";

    /// <summary>The root of the repository, found from where the tests run.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PerformanceRecords.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside the repository.");
    }

    private static string? Missing(string? part, string reason) => part is null && !EverythingMustBeThere ? reason : null;

    private static string? OnPath(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);

    private static string? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
