using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PerformanceRecords.Data.Providers.Sqlite;

/// <summary>
/// Leaves the connection of a pooled context open between its queries and between its requests. Opening costs more than most queries do: each
/// time, some twenty functions are registered, two pragmas are run, and what <see cref="PreparedCommands"/> kept is gone. The connection goes
/// with its context, and all of them with the portal: SQLite then puts what waits in its write-ahead log into the file, which can be copied as it is.
/// </summary>
internal sealed class KeptOpen : DbConnectionInterceptor, IDisposable
{
    private readonly ConcurrentDictionary<KeptConnection, bool> open = new();

    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result)
    {
        var connection = new KeptConnection(this, eventData.ConnectionString);
        open[connection] = true;
        return InterceptionResult<DbConnection>.SuppressWithResult(connection);
    }

    /// <summary>EF forgets the contexts in its pool without ending them.</summary>
    public void Dispose()
    {
        foreach (var connection in open.Keys)
        {
            connection.Dispose();
        }
    }

    // a context that goes back to its pool closes its connection past all interceptors, so the connection itself has to decline
    private sealed class KeptConnection(KeptOpen all, string? connectionString) : SqliteConnection(connectionString)
    {
        private bool ends;

        public override void Close()
        {
            if (ends)
            {
                base.Close();
            }
        }

        protected override void Dispose(bool disposing)
        {
            ends = true;
            all.open.TryRemove(this, out _);
            base.Dispose(disposing);
        }
    }
}
