using System.Data.Common;
using Npgsql;

namespace PerformanceRecords.Data.Providers.Postgres;

/// <summary>What every connection to PostgreSQL has besides what is configured; docs/performance.md has what each is worth.</summary>
internal static class PostgresConnection
{
    private const int Statements = 200;
    private const string GenericPlans = "-c plan_cache_mode=force_generic_plan";

    /// <summary>What the configuration says itself stands; a pooler in front of the server may need <c>Max Auto Prepare=0</c>.</summary>
    public static string Of(string configured)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = configured };
        var connection = new NpgsqlConnectionStringBuilder(configured);
        if (!said.ContainsKey("Max Auto Prepare"))
        {
            // a query is parsed and planned once per connection, not once per page
            connection.MaxAutoPrepare = Statements;
            connection.AutoPrepareMinUsages = 2;
        }

        if (!said.ContainsKey("No Reset On Close"))
        {
            // the portal leaves nothing behind on a connection that would have to be cleared away
            connection.NoResetOnClose = true;
        }

        if (!said.ContainsKey("Enlist"))
        {
            // nothing here runs in a transaction that surrounds several databases, so no connection has to look for one
            connection.Enlist = false;
        }

        if (!said.ContainsKey("Options"))
        {
            // lists walk an index whatever they are asked for, so planning them anew for each value finds nothing better
            connection.Options = GenericPlans;
        }

        return connection.ToString();
    }
}
