using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PerformanceRecords.Data.Providers.Sqlite;

/// <summary>
/// Keeps the commands of a connection prepared, by their text: SQLite compiles a query once per connection instead of once per page, as
/// PostgreSQL's driver does by itself. Compiling costs more than most queries do.
/// </summary>
internal sealed class PreparedCommands : DbCommandInterceptor
{
    private const int Kept = 100;
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, Prepared>> Shelves = [];

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result is not SqliteCommand { Connection: { } connection } command || !IsKept(command.CommandText))
        {
            return result;
        }

        var shelf = Shelves.GetOrCreateValue(connection);
        if (!shelf.TryGetValue(command.CommandText, out var prepared) || prepared.Ended)
        {
            Clear(shelf);
            shelf[command.CommandText] = prepared = new(connection, command.CommandText);
        }

        // a query that is asked again while its answer is being read gets a command of its own
        return prepared.Take(command) ? prepared : command;
    }

    // the reads of pages; writers are few, and one that was kept could keep its lock
    private static bool IsKept(string text) => text.StartsWith("SELECT", StringComparison.Ordinal);

    private static void Clear(Dictionary<string, Prepared> shelf)
    {
        if (shelf.Count < Kept)
        {
            return;
        }

        foreach (var (text, idle) in shelf.Where(p => !p.Value.InUse).ToList())
        {
            idle.Dispose();
            shelf.Remove(text);
        }
    }

    /// <summary>A command that goes back to its shelf when its user is done with it, and ends with its connection.</summary>
    private sealed class Prepared(SqliteConnection connection, string text) : SqliteCommand(text, connection)
    {
        public bool InUse { get; private set; }

        public bool Ended { get; private set; }

        /// <summary>Does what the other command was to do; false while it is busy.</summary>
        public bool Take(SqliteCommand other)
        {
            if (InUse)
            {
                return false;
            }

            InUse = true;
            Transaction = other.Transaction;
            CommandTimeout = other.CommandTimeout;
            var parameters = other.Parameters.Cast<SqliteParameter>().ToArray();
            other.Parameters.Clear();
            Parameters.AddRange(parameters);
            other.Dispose();
            return true;
        }

        [SuppressMessage("Usage", "CA2215", Justification = "A command that goes back to its shelf stays prepared; that is what it is for.")]
        protected override void Dispose(bool disposing)
        {
            // a closing connection disposes of its commands too: of idle ones, and of one whose answer is still being read
            if (disposing && InUse && DataReader is null)
            {
                Parameters.Clear();
                Transaction = null;
                InUse = false;
                return;
            }

            Ended = true;
            base.Dispose(disposing);
        }
    }
}
