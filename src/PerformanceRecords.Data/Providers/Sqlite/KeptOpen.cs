using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PerformanceRecords.Data.Providers.Sqlite;

/// <summary>
/// Leaves the connection of a pooled context open between its queries and between its requests. Opening costs more than most queries do: each
/// time, some twenty functions are registered, two pragmas are run, and what <see cref="PreparedCommands"/> kept is gone. The connection goes
/// with its context.
/// </summary>
internal sealed class KeptOpen : DbConnectionInterceptor
{
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(eventData.ConnectionString));

    // a context that goes back to its pool closes its connection past all interceptors, so the connection itself has to decline
    private sealed class KeptConnection(string? connectionString) : SqliteConnection(connectionString)
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
            base.Dispose(disposing);
        }
    }
}
