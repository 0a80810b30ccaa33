using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Sync.Dispatch;
using PerformanceRecords.Sync.Platforms;

namespace PerformanceRecords.Sync.Callbacks;

/// <summary>
/// 结果通知: takes what a platform announces. An announcement proves nothing by itself: it only lets us look at once instead of at the next
/// turn, and what we see counts. So it may come twice, late, or in the wrong order.
/// </summary>
public sealed class CallbackDesk(AppDbContext db, PushSignal signal, IOptionsMonitor<SyncOptions> options, TimeProvider clock, ILogger<CallbackDesk> log)
{
    private const int Patience = 20;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public async Task<CallbackResult> TakeAsync(Destination destination, CallbackCall call, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (FaultOf(options.CurrentValue.Of(destination), call, now) is { } fault)
        {
            // nobody waits for an announcement, so a key that is wrong at the platform would go unnoticed
            log.LogWarning("A call that claims to come from {Destination} was refused: {Fault}", destination, fault);
            return fault;
        }

        if (await db.Announcements.AnyAsync(a => a.Destination == destination && a.Nonce == call.Nonce, cancellation))
        {
            return CallbackResult.Replayed;
        }

        if (Read(call.Body) is not { } body)
        {
            return CallbackResult.Malformed;
        }

        if (await SettledAsync(destination, body.IdempotencyKey, cancellation) is not { } messageId)
        {
            return CallbackResult.UnknownSubmission;
        }

        var known = await db.Announcements.AnyAsync(a => a.Destination == destination && a.Number == body.Number, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var moved = !known && await LookNowAsync(messageId, now, cancellation);
        db.Announcements.Add(new Announcement
        {
            Destination = destination,
            Number = body.Number,
            Nonce = call.Nonce,
            IdempotencyKey = body.IdempotencyKey,
            Status = body.Status,
            ReceivedAt = now,
            Effect = known ? "重复通知，没有变化" : moved ? "立即向平台核实" : "不需要核实，没有变化",
        });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // the same call came to another instance in the same moment
            return CallbackResult.Replayed;
        }

        await transaction.CommitAsync(cancellation);
        signal.Raise();
        return known ? CallbackResult.Known : CallbackResult.Noted;
    }

    // a platform may announce before it has answered: the answer is about to be written, and only then there is something to look for
    private async Task<Guid?> SettledAsync(Destination destination, string key, CancellationToken cancellation)
    {
        var announced = db.PushMessages.AsNoTracking().Where(m => m.IdempotencyKey == key && m.Destination == destination);
        for (var n = 0; n < Patience && await PushLine.UnderWay(db, announced).AnyAsync(cancellation); n++)
        {
            await Task.Delay(Moment, cancellation);
        }

        return await announced.Select(m => (Guid?)m.Id).SingleOrDefaultAsync(cancellation);
    }

    // whoever holds a lease is asking already
    private async Task<bool> LookNowAsync(Guid messageId, DateTime now, CancellationToken cancellation) => await db.PushMessages
        .Where(m => m.Id == messageId && m.LeaseOwner == null && m.NextAttemptAt > now
            && (m.State == PushState.Accepted || (m.State == PushState.Waiting && m.Problem == PushProblem.Unanswered)))
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, now).SetProperty(m => m.Version, m => m.Version + 1), cancellation) > 0;

    private static CallbackResult? FaultOf(PlatformOptions platform, CallbackCall call, DateTime now)
    {
        if (call.KeyId.Length == 0 || call.Time.Length == 0 || call.Nonce.Length is < 16 or > 64 || !ForeignText.IsStorable(call.Nonce, 64))
        {
            return CallbackResult.Unsigned;
        }

        if (platform.CallbackSecretOf(call.KeyId) is not { } secret)
        {
            return CallbackResult.UnknownKey;
        }

        if (!DateTime.TryParse(call.Time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
            || (now - at).Duration() > Window)
        {
            return CallbackResult.ClockSkew;
        }

        var expected = Encoding.ASCII.GetBytes(RequestSigning.Sign(secret, call.Method, call.PathAndQuery, call.Time, call.Nonce, "", call.Body));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(call.Signature)) ? null : CallbackResult.InvalidSignature;
    }

    private static CallbackBody? Read(byte[] json)
    {
        try
        {
            var body = JsonSerializer.Deserialize<CallbackBody>(json, JsonSerializerOptions.Web);
            return body is { Number.Length: > 0 and <= 64, IdempotencyKey.Length: >= 8 and <= 120, Status: "accepted" or "shown" or "refused" }
                && ForeignText.IsStorable(body.Number, 64) && ForeignText.IsStorable(body.IdempotencyKey, 120) ? body : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
