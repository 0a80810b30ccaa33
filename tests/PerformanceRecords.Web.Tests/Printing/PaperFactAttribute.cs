using PerformanceRecords.Testing;
using Xunit;

namespace PerformanceRecords.Web.Tests.Printing;

/// <summary>A test that looks at paper: it needs Chromium to print it and poppler's tools to look at it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PaperFactAttribute : FactAttribute
{
    public PaperFactAttribute() => Skip = TestEnvironment.WhyNoPaper;
}
