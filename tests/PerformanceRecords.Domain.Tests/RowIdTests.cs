using System.Collections.Concurrent;
using Xunit;

namespace PerformanceRecords.Domain.Tests;

public sealed class RowIdTests
{
    [Fact]
    public void AnId_IsAUuidOfVersion7()
    {
        Assert.All(Enumerable.Range(0, 1_000).Select(_ => RowId.New()), id =>
        {
            Assert.Equal(7, id.Version);
            Assert.InRange(id.Variant, 8, 11);
        });
    }

    [Fact]
    public void AnId_BeginsWithTheMillisecondItWasMadeIn()
    {
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var id = RowId.New();
        var after = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

        Assert.InRange(Convert.ToInt64(id.ToString("N")[..12], 16), before, after);
    }

    [Fact]
    public void ManyThreads_NeverMakeTheSameId()
    {
        var ids = new ConcurrentBag<Guid>();
        Parallel.For(0, 100_000, _ => ids.Add(RowId.New()));

        Assert.Equal(100_000, ids.Distinct().Count());
    }
}
