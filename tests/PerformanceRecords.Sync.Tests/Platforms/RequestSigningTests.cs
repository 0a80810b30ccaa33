using PerformanceRecords.Sync.Platforms;

namespace PerformanceRecords.Sync.Tests.Platforms;

public sealed class RequestSigningTests
{
    [Fact]
    public void TheCheckValueOfTheContract_IsReached() => Assert.Equal(
        "2783479be8be6694af8dac6205e259db68a36c1b4380f791df7cbd8fd404e5bd",
        RequestSigning.Sign("secret", "PUT", "/api/v1/projects/3201021905200101/sections/basic", "2026-11-20T08:00:00Z", "0123456789abcdef", "rec-1:basic:1", "{}"u8));
}
