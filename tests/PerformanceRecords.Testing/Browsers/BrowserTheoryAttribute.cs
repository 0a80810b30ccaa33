using Xunit;

namespace PerformanceRecords.Testing.Browsers;

/// <summary>As <see cref="BrowserFactAttribute"/>, for each row of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = TestEnvironment.WhyNoChromium;
}
