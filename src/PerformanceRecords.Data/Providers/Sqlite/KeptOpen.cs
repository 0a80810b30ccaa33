using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PerformanceRecords.Data.Providers.Sqlite;

/// <summary>
/// Leaves the connection of a pooled context open between its queries. Opening costs more than most queries do: each time, some twenty
/// functions are registered and the page cache begins empty. The connection goes with its context.
/// </summary>
internal sealed class KeptOpen : DbConnectionInterceptor
{
    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        ValueTask.FromResult(InterceptionResult.Suppress());
}
