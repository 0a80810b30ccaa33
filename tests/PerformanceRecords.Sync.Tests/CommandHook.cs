using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PerformanceRecords.Sync.Tests;

/// <summary>Does something right before the first command that is meant, as another instance might in that moment.</summary>
internal sealed class CommandHook(Func<string, bool> meant, Func<Task> then) : DbCommandInterceptor
{
    private int done;

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await CheckAsync(command);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await CheckAsync(command);
        return result;
    }

    private async Task CheckAsync(DbCommand command)
    {
        if (meant(command.CommandText) && Interlocked.Exchange(ref done, 1) == 0)
        {
            await then();
        }
    }
}
