using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Data.Providers.Postgres;

/// <summary>One statement to take many messages, one to settle them, one to note the attempts: a column is one array.</summary>
internal sealed class PostgresPushStatements(AppDbContext db) : PushStatements(db)
{
    private const string Take = """
        UPDATE "PushMessages" SET "State" = @to, "LeaseOwner" = @owner, "LeaseUntil" = @until, "NextAttemptAt" = @until, "Version" = "Version" + 1
        WHERE "Id" = ANY(@ids) AND "State" = @from AND "NextAttemptAt" <= @now
        RETURNING *
        """;

    // the heads are locked first: nobody takes a line over while it is written
    private const string Settle = """
        WITH held AS MATERIALIZED (
            SELECT h."Id" FROM unnest(@heads, @headVersions) AS l(id, version) JOIN "PushMessages" AS h ON h."Id" = l.id AND h."Version" = l.version FOR UPDATE OF h)
        UPDATE "PushMessages" AS m SET "State" = r.state, "Problem" = r.problem, "Error" = r.error, "Attempts" = r.attempts, "NextAttemptAt" = r.next,
            "LeaseOwner" = NULL, "LeaseUntil" = NULL, "PayloadDigest" = r.digest, "Receipt" = r.receipt, "AcceptedAt" = r.accepted, "Version" = r.claimed + 1
        FROM unnest(@ids, @claimed, @of, @states, @problems, @errors, @attempts, @next, @digests, @receipts, @accepted)
            AS r(id, claimed, head, state, problem, error, attempts, next, digest, receipt, accepted)
        WHERE m."Id" = r.id AND m."Version" = r.claimed AND r.head IN (SELECT "Id" FROM held)
        RETURNING m."Id"
        """;

    private const string Note = """
        INSERT INTO "PushAttempts" ("Id", "MessageId", "At", "Act", "Result", "Problem", "Status", "Milliseconds", "Request", "Answer", "ByName")
        SELECT * FROM unnest(@ids, @messages, @at, @acts, @results, @problems, @status, @took, @requests, @answers, @names)
        """;

    public override Task<List<PushMessage>> TakeAsync(
        IReadOnlyList<Guid> ids, PushState from, PushState to, string owner, DateTime until, DateTime now, CancellationToken cancellation) =>
        Db.PushMessages.FromSqlRaw(
            Take,
            new NpgsqlParameter<string>("to", to.ToString()), new NpgsqlParameter<string>("owner", owner), Moment("until", until), Moment("now", now),
            new NpgsqlParameter<Guid[]>("ids", [.. ids]), new NpgsqlParameter<string>("from", from.ToString()))
            .AsNoTracking().ToListAsync(cancellation);

    public override async Task<IReadOnlySet<Guid>> SettleAsync(IReadOnlyList<SettledPush> settled, IReadOnlyList<PushAttempt> attempts, CancellationToken cancellation)
    {
        var ours = new HashSet<Guid>();
        await using var batch = new NpgsqlBatch((NpgsqlConnection)Db.Database.GetDbConnection(), (NpgsqlTransaction?)Db.Database.CurrentTransaction?.GetDbTransaction());
        batch.BatchCommands.Add(Settling(settled));
        if (attempts.Count > 0)
        {
            batch.BatchCommands.Add(Noting(attempts));
        }

        await using var written = await batch.ExecuteReaderAsync(cancellation);
        while (await written.ReadAsync(cancellation))
        {
            ours.Add(written.GetGuid(0));
        }

        return ours;
    }

    private static NpgsqlBatchCommand Settling(IReadOnlyList<SettledPush> settled)
    {
        var command = new NpgsqlBatchCommand(Settle);
        var heads = settled.Select(s => (s.Head, s.HeadVersion)).Distinct().ToList();
        Add(command, "heads", NpgsqlDbType.Uuid, heads, h => h.Head);
        Add(command, "headVersions", NpgsqlDbType.Integer, heads, h => h.HeadVersion);
        Add(command, "ids", NpgsqlDbType.Uuid, settled, s => s.Message.Id);
        Add(command, "claimed", NpgsqlDbType.Integer, settled, s => s.ClaimedVersion);
        Add(command, "of", NpgsqlDbType.Uuid, settled, s => s.Head);
        Add(command, "states", NpgsqlDbType.Text, settled, s => s.Message.State.ToString());
        Add(command, "problems", NpgsqlDbType.Text, settled, s => s.Message.Problem?.ToString());
        Add(command, "errors", NpgsqlDbType.Text, settled, s => s.Message.Error);
        Add(command, "attempts", NpgsqlDbType.Integer, settled, s => s.Message.Attempts);
        Add(command, "next", NpgsqlDbType.TimestampTz, settled, s => s.Message.NextAttemptAt);
        Add(command, "digests", NpgsqlDbType.Text, settled, s => s.Message.PayloadDigest);
        Add(command, "receipts", NpgsqlDbType.Text, settled, s => s.Message.Receipt);
        Add(command, "accepted", NpgsqlDbType.TimestampTz, settled, s => s.Message.AcceptedAt);
        return command;
    }

    private static NpgsqlBatchCommand Noting(IReadOnlyList<PushAttempt> attempts)
    {
        var command = new NpgsqlBatchCommand(Note);
        Add(command, "ids", NpgsqlDbType.Uuid, attempts, a => a.Id);
        Add(command, "messages", NpgsqlDbType.Uuid, attempts, a => a.MessageId);
        Add(command, "at", NpgsqlDbType.TimestampTz, attempts, a => a.At);
        Add(command, "acts", NpgsqlDbType.Text, attempts, a => a.Act.ToString());
        Add(command, "results", NpgsqlDbType.Text, attempts, a => a.Result);
        Add(command, "problems", NpgsqlDbType.Text, attempts, a => a.Problem?.ToString());
        Add(command, "status", NpgsqlDbType.Integer, attempts, a => a.Status);
        Add(command, "took", NpgsqlDbType.Integer, attempts, a => a.Milliseconds);
        Add(command, "requests", NpgsqlDbType.Text, attempts, a => a.Request);
        Add(command, "answers", NpgsqlDbType.Text, attempts, a => a.Answer);
        Add(command, "names", NpgsqlDbType.Text, attempts, a => a.ByName);
        return command;
    }

    private static void Add<TRow, TValue>(NpgsqlBatchCommand command, string name, NpgsqlDbType type, IReadOnlyList<TRow> rows, Func<TRow, TValue> value) =>
        command.Parameters.Add(new NpgsqlParameter<TValue[]>(name, NpgsqlDbType.Array | type) { TypedValue = [.. rows.Select(value)] });

    private static NpgsqlParameter<DateTime> Moment(string name, DateTime value) => new(name, NpgsqlDbType.TimestampTz) { TypedValue = value };
}
