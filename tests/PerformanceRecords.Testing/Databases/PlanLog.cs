using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PerformanceRecords.Testing.Databases;

/// <summary>Asks the database, before each query, how it will find the rows.</summary>
/// <param name="explain">What to put before the query, such as <c>EXPLAIN</c>.</param>
/// <param name="column">The column of the answer that holds the plan.</param>
/// <param name="settings">Sent first, once per query.</param>
public sealed class PlanLog(string explain, int column, string? settings = null) : DbCommandInterceptor
{
    private readonly List<string> plans = [];

    /// <summary>One text per query, a line per step.</summary>
    public IReadOnlyList<string> Plans => plans;

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Explain(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Explain(command);
        return ValueTask.FromResult(result);
    }

    private void Explain(DbCommand command)
    {
        var (sql, lines) = (command.CommandText, new List<string>());
        if (settings is not null)
        {
            using var set = command.Connection!.CreateCommand();
            set.CommandText = settings;
            set.ExecuteNonQuery();
        }

        command.CommandText = explain + sql;
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                lines.Add(reader.GetString(column));
            }
        }

        command.CommandText = sql;
        plans.Add(string.Join('\n', lines));
    }
}
