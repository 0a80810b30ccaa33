using System.Collections.Concurrent;
using Xunit;

namespace PerformanceRecords.Domain.Tests;

public sealed class RowIdTests
{
    [Fact]
    public void An_id_is_a_uuid_of_version_7()
    {
        Assert.All(Enumerable.Range(0, 1_000).Select(_ => RowId.New()), id =>
        {
            Assert.Equal(7, id.Version);
            Assert.InRange(id.Variant, 8, 11);
        });
    }

    [Fact]
    public void An_id_begins_with_the_millisecond_it_was_made_in()
    {
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var id = RowId.New();
        var after = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

        Assert.InRange(Convert.ToInt64(id.ToString("N")[..12], 16), before, after);
    }

    [Fact]
    public void Many_threads_never_make_the_same_id()
    {
        var ids = new ConcurrentBag<Guid>();
        Parallel.For(0, 100_000, _ => ids.Add(RowId.New()));

        Assert.Equal(100_000, ids.Distinct().Count());
    }
}
