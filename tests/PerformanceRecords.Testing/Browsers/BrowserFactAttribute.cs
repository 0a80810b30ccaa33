using Xunit;

namespace PerformanceRecords.Testing.Browsers;

/// <summary>A test that needs Chromium; without it the test is reported as skipped, on a build server as failed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = TestEnvironment.WhyNoChromium;
}
