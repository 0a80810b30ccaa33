using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Data.Providers.Sqlite;

/// <summary>
/// One statement to take many messages, and one, prepared once, for each that is settled: nothing travels, so a statement costs next to nothing.
/// A plus keeps the planner, which may know nothing of the tables yet, from an index that most rows are in.
/// </summary>
internal sealed class SqlitePushStatements(AppDbContext db) : PushStatements(db)
{
    private const string Take = """
        UPDATE "PushMessages" SET "State" = @to, "LeaseOwner" = @owner, "LeaseUntil" = @until, "NextAttemptAt" = @until, "Version" = "Version" + 1
        WHERE "Id" IN (SELECT value FROM json_each(@ids)) AND +"State" = @from AND +"NextAttemptAt" <= @now
        RETURNING *
        """;

    private const string Settle = """
        UPDATE "PushMessages" SET "State" = @state, "Problem" = @problem, "Error" = @error, "Attempts" = @attempts, "NextAttemptAt" = @next,
            "LeaseOwner" = NULL, "LeaseUntil" = NULL, "PayloadDigest" = @digest, "Receipt" = @receipt, "AcceptedAt" = @accepted, "Version" = @claimed + 1
        WHERE "Id" = @id AND "Version" = @claimed AND EXISTS (SELECT 1 FROM "PushMessages" WHERE "Id" = @head AND "Version" = @headVersion)
        """;

    private const string Note = """
        INSERT INTO "PushAttempts" ("Id", "MessageId", "At", "Act", "Result", "Problem", "Status", "Milliseconds", "Request", "Answer", "ByName")
        VALUES (@id, @message, @at, @act, @result, @problem, @status, @took, @request, @answer, @name)
        """;

    public override Task<List<PushMessage>> TakeAsync(
        IReadOnlyList<Guid> ids, PushState from, PushState to, string owner, DateTime until, DateTime now, CancellationToken cancellation) =>
        Db.PushMessages.FromSqlRaw(
            Take,
            new SqliteParameter("to", to.ToString()), new SqliteParameter("owner", owner), new SqliteParameter("until", until), new SqliteParameter("now", now),
            new SqliteParameter("ids", JsonSerializer.Serialize(ids.Select(id => id.ToString().ToUpperInvariant()))), new SqliteParameter("from", from.ToString()))
            .AsNoTracking().ToListAsync(cancellation);

    public override Task<IReadOnlySet<Guid>> SettleAsync(IReadOnlyList<SettledPush> settled, IReadOnlyList<PushAttempt> attempts, CancellationToken cancellation)
    {
        var ours = new HashSet<Guid>();
        using var settle = Command(Settle);
        foreach (var (message, claimed, head, headVersion) in settled)
        {
            Set(settle, "id", message.Id);
            Set(settle, "claimed", claimed);
            Set(settle, "head", head);
            Set(settle, "headVersion", headVersion);
            Set(settle, "state", message.State.ToString());
            Set(settle, "problem", message.Problem?.ToString());
            Set(settle, "error", message.Error);
            Set(settle, "attempts", message.Attempts);
            Set(settle, "next", message.NextAttemptAt);
            Set(settle, "digest", message.PayloadDigest);
            Set(settle, "receipt", message.Receipt);
            Set(settle, "accepted", message.AcceptedAt);
            if (settle.ExecuteNonQuery() > 0)
            {
                ours.Add(message.Id);
            }
        }

        using var note = Command(Note);
        foreach (var attempt in attempts)
        {
            Set(note, "id", attempt.Id);
            Set(note, "message", attempt.MessageId);
            Set(note, "at", attempt.At);
            Set(note, "act", attempt.Act.ToString());
            Set(note, "result", attempt.Result);
            Set(note, "problem", attempt.Problem?.ToString());
            Set(note, "status", attempt.Status);
            Set(note, "took", attempt.Milliseconds);
            Set(note, "request", attempt.Request);
            Set(note, "answer", attempt.Answer);
            Set(note, "name", attempt.ByName);
            note.ExecuteNonQuery();
        }

        return Task.FromResult<IReadOnlySet<Guid>>(ours);
    }

    private DbCommand Command(string text)
    {
        var command = Db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        command.Transaction = Db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static void Set(DbCommand command, string name, object? value)
    {
        if (!command.Parameters.Contains(name))
        {
            command.Parameters.Add(new SqliteParameter(name, null));
        }

        command.Parameters[name].Value = value ?? DBNull.Value;
    }
}
