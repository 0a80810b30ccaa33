using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Internal;
using Microsoft.Extensions.DependencyInjection;

// EF's pool is not meant to be replaced; this is the one place that depends on it, and without it everything works as well, only slower
#pragma warning disable EF1001

namespace PerformanceRecords.Data.Providers;

/// <summary>
/// Hands out the context that came back last. EF's own pool hands out the one that has been idle longest, so that a busy portal goes round through every
/// context it ever made: with SQLite each has a connection with its own copy of the file's pages, and none of them is ever in the processor's cache.
/// </summary>
internal sealed class WarmestFirst<TContext>(DbContextOptions<TContext> options, IServiceProvider provider) : DbContextPool<TContext>(options, provider)
    where TContext : DbContext
{
    // more are seldom in use at once; what goes beyond waits in EF's pool
    private const int Most = 64;

    private readonly ConcurrentStack<IDbContextPoolable> idle = [];
    private int waiting;

    /// <summary>Has the contexts of a kind pooled so; to be called before EF's pool is added, which then stands back.</summary>
    public static void Use(IServiceCollection services) => services.AddSingleton<IDbContextPool<TContext>, WarmestFirst<TContext>>();

    public override IDbContextPoolable Rent()
    {
        if (!idle.TryPop(out var context))
        {
            return base.Rent();
        }

        Interlocked.Decrement(ref waiting);
        return context;
    }

    public override void Return(IDbContextPoolable context)
    {
        if (IsFull)
        {
            base.Return(context);
            return;
        }

        context.ResetState();
        Keep(context);
    }

    public override async ValueTask ReturnAsync(IDbContextPoolable context, CancellationToken cancellationToken = default)
    {
        if (IsFull)
        {
            await base.ReturnAsync(context, cancellationToken);
            return;
        }

        await context.ResetStateAsync(cancellationToken);
        Keep(context);
    }

    // of some that come back in the same moment one more may be kept, which does no harm
    private bool IsFull => Volatile.Read(ref waiting) >= Most;

    private void Keep(IDbContextPoolable context)
    {
        Interlocked.Increment(ref waiting);
        idle.Push(context);
    }
}
