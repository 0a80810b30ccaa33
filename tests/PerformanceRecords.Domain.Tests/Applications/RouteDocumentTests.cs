using PerformanceRecords.Domain.Applications;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Applications;

public sealed class RouteDocumentTests
{
    [Fact]
    public void TheDocument_SaysWhatTheRoutesSay() =>
        Assert.Equal(RouteDocument.Write(), File.ReadAllText(Path.Combine(Repository.Root, "docs", "workflows.md")).ReplaceLineEndings("\n"));
}
