using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PerformanceRecords.Data.Providers.Sqlite;

/// <summary>
/// What every connection to SQLite is told. It waits itself for the writer before, a millisecond first and then longer: left to the client library,
/// whoever comes second sleeps for 150 milliseconds, however short the first one's transaction is. And it keeps more of the file in memory than the
/// usual two megabytes, which forty cases of a large database push out already.
/// </summary>
internal sealed class ConnectionManners : DbConnectionInterceptor
{
    // long enough for whoever is unlucky among many: SQLite knows no queue, and of fifty that wait the same one may lose again and again
    private const string Patience = "PRAGMA busy_timeout = 120000;";
    private const string Memory = "PRAGMA cache_size = -8000;"; // kilobytes

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(connection);
        return Task.CompletedTask;
    }

    private static void Tell(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Patience + Memory;
        command.ExecuteNonQuery();
    }
}
