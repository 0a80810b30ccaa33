using System.Collections.Concurrent;
using System.Data.Common;

namespace PerformanceRecords.Benchmarks.Floor;

/// <summary>One open connection with its statements prepared.</summary>
internal sealed class Statements
{
    // one statement serves the first page (from the beginning of time) and every later one
    private const string QueueSql = """
        SELECT a."Id", a."ProjectName", a."ProjectNumber", e."Name", a."TypeCode", a."Stage", a."DueOn", a."StageSince", a."Submissions", a."AskedAt", a."Version"
        FROM "Applications" a JOIN "Organisations" e ON e."Id" = a."EnterpriseId"
        WHERE a."HolderId" = @holder AND a."Stage" = @stage AND (a."DueOn", a."Id") > (@due, @id)
        ORDER BY a."DueOn", a."Id" LIMIT 21
        """;

    private const string CaseSql = """
        SELECT a."ProjectName", a."ProjectNumber", a."TypeCode", a."Stage", a."StageSince", a."DueOn", a."Version", s."Number", s."At", s."ByName", s."Sections",
               e."Name", e."CreditCode", e."ContactName", e."ContactPhone", h."ShortName"
        FROM "Applications" a
        JOIN "Submissions" s ON s."ApplicationId" = a."Id" AND s."Number" = a."Submissions"
        JOIN "Organisations" e ON e."Id" = a."EnterpriseId"
        LEFT JOIN "Organisations" h ON h."Id" = a."HolderId"
        WHERE a."Id" = @id
        """;

    private const string EvidenceSql = """
        SELECT "Id", "Kind", "FileName", "ContentType", "Size", "Sha256", "UploadedAt", "UploadedByName"
        FROM "EvidenceFiles" WHERE "ApplicationId" = @id ORDER BY "UploadedAt"
        """;

    private const string EventsSql = """
        SELECT "At", "Act", "From", "To", "UserName", "OrganisationName", "Opinion", "Reference"
        FROM "ApplicationEvents" WHERE "ApplicationId" = @id ORDER BY "At"
        """;

    private Statements(DbCommand queue, DbCommand head, DbCommand evidence, DbCommand events) =>
        (Queue, Head, Evidence, Events) = (queue, head, evidence, events);

    public DbCommand Queue { get; }

    public DbCommand Head { get; }

    public DbCommand Evidence { get; }

    public DbCommand Events { get; }

    public static async Task<Statements> OpenAsync(DbConnection connection)
    {
        await connection.OpenAsync();
        return new(
            await PrepareAsync(connection, QueueSql, ("holder", Guid.Empty), ("stage", ""), ("due", DateOnly.MinValue), ("id", Guid.Empty)),
            await PrepareAsync(connection, CaseSql, ("id", Guid.Empty)),
            await PrepareAsync(connection, EvidenceSql, ("id", Guid.Empty)),
            await PrepareAsync(connection, EventsSql, ("id", Guid.Empty)));
    }

    private static async Task<DbCommand> PrepareAsync(DbConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        await command.PrepareAsync();
        return command;
    }
}

/// <summary>Prepared connections that wait for the next request.</summary>
internal sealed class StatementPool(Func<DbConnection> connect)
{
    private readonly ConcurrentBag<Statements> idle = [];

    public ValueTask<Statements> RentAsync() =>
        idle.TryTake(out var statements) ? ValueTask.FromResult(statements) : new(Statements.OpenAsync(connect()));

    public void Return(Statements statements) => idle.Add(statements);
}
