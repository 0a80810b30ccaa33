namespace PerformanceRecords.PlatformSandbox;

internal static class EntryPoint
{
    public static Task Main(string[] args) => SandboxApp.Create(args).RunAsync();
}
