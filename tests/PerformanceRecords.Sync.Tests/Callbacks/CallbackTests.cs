using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.PlatformSandbox.Faults;
using PerformanceRecords.Sync.Callbacks;
using PerformanceRecords.Sync.Dispatch;
using PerformanceRecords.Sync.Platforms;

namespace PerformanceRecords.Sync.Tests.Callbacks;

public sealed class CallbackTests
{
    private const string Path = "/api/v1/announcements/national";
    private const string Secret = "development-only-secret-of-the-sandbox";
    private static int calls;

    [Fact]
    public async Task AnAnnouncementThatItIsShown_LetsUsLookAtOnce_AndWhatWeSeeCounts()
    {
        await using var bench = await SyncBench.StartAsync(settings: s => s["Sync:LookWaits:0"] = "06:00:00");
        await bench.ApproveAsync(Sections.Basic);
        await bench.Dispatcher.SendDueAsync();
        var key = (await bench.MessageAsync(Sections.Basic)).IdempotencyKey;

        // said too early: the platform does not show it yet
        Assert.Equal(CallbackResult.Noted, await TakeAsync(bench, Call(bench, key, "shown", "A-1")));
        await bench.Dispatcher.LookDueAsync();
        Assert.Equal(PushState.Accepted, (await bench.MessageAsync(Sections.Basic)).State);

        bench.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(0, await bench.Dispatcher.LookDueAsync());
        Assert.Equal(CallbackResult.Noted, await TakeAsync(bench, Call(bench, key, "shown", "A-2")));
        await bench.Dispatcher.LookDueAsync();
        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Basic)).State);
    }

    [Fact]
    public async Task AnAnnouncementThatIsQuickerThanTheAnswerIsWritten_IsNotForgotten_AlsoBehindTheHeadOfALine()
    {
        await using var bench = await SyncBench.StartAsync(settings: s => s["Sync:LookWaits:0"] = "06:00:00");
        await bench.ApproveAsync(Sections.Basic | Sections.Contract);
        var line = Assert.Single(await bench.Services.GetRequiredService<PushClaims>().SendableAsync(Destination.NationalPlatform, 10, default));
        var outcomes = new List<PushOutcome>();
        foreach (var message in line.Messages)
        {
            outcomes.Add(await bench.Services.GetRequiredService<PushSender>().SendAsync(message));
        }

        var announced = TakeAsync(bench, Call(bench, line.Messages[1].Message.IdempotencyKey, "shown", "A-1"));
        await bench.Services.GetRequiredService<PushRecorder>().WriteAsync([new LineOutcome(line, outcomes)], default);

        Assert.Equal(CallbackResult.Noted, await announced);
        Assert.Equal(bench.Clock.Now, (await bench.MessageAsync(Sections.Contract)).NextAttemptAt);
    }

    [Fact]
    public async Task ARepeat_ChangesNothing_AndAReplayedCallIsRefused()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        await bench.Dispatcher.SendDueAsync();
        var key = (await bench.MessageAsync(Sections.Basic)).IdempotencyKey;
        var first = Call(bench, key, "accepted", "A-1");

        Assert.Equal(CallbackResult.Noted, await TakeAsync(bench, first));
        Assert.Equal(CallbackResult.Replayed, await TakeAsync(bench, first));
        var version = (await bench.MessageAsync(Sections.Basic)).Version;
        Assert.Equal(CallbackResult.Known, await TakeAsync(bench, Call(bench, key, "accepted", "A-1")));

        Assert.Equal(version, (await bench.MessageAsync(Sections.Basic)).Version);
        await using var db = bench.Open();
        Assert.Equal(2, await db.Announcements.CountAsync());
    }

    [Fact]
    public async Task AnnouncementsInTheWrongOrder_AreTolerated()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        bench.Faults.Add(new Fault { Kind = FaultKind.DropAnswer, Remaining = 1 });
        await bench.Dispatcher.SendDueAsync();
        var lost = await bench.MessageAsync(Sections.Basic);
        Assert.Equal(PushProblem.Unanswered, lost.Problem);

        // shown before we know that it was accepted: we ask, and learn that it was
        Assert.Equal(CallbackResult.Noted, await TakeAsync(bench, Call(bench, lost.IdempotencyKey, "shown", "A-2")));
        await bench.Dispatcher.SendDueAsync();
        Assert.Equal(PushState.Accepted, (await bench.MessageAsync(Sections.Basic)).State);
        await bench.SettleAsync();
        Assert.Equal(CallbackResult.Noted, await TakeAsync(bench, Call(bench, lost.IdempotencyKey, "accepted", "A-1")));
        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Basic)).State);
        Assert.Equal(1, bench.Platforms.Calls.Totals.Submissions);
    }

    [Fact]
    public async Task WhatIsNotSignedAsAgreed_IsRefused()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        var key = (await bench.MessageAsync(Sections.Basic)).IdempotencyKey;
        var good = Call(bench, key, "accepted", "A-1");

        Assert.Equal(CallbackResult.Unsigned, await TakeAsync(bench, good with { Nonce = "short" }));
        Assert.Equal(CallbackResult.UnknownKey, await TakeAsync(bench, good with { KeyId = "SOMEBODY" }));
        Assert.Equal(CallbackResult.InvalidSignature, await TakeAsync(bench, good with { Body = [.. good.Body, (byte)' '] }));
        Assert.Equal(CallbackResult.InvalidSignature, await TakeAsync(bench, good with { Signature = "" }));
        Assert.Equal(CallbackResult.UnknownSubmission, await TakeAsync(bench, Call(bench, "never-sent-key", "accepted", "A-1")));
        Assert.Equal(CallbackResult.Malformed, await TakeAsync(bench, Call(bench, key, "perhaps", "A-1")));
        bench.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(CallbackResult.ClockSkew, await TakeAsync(bench, good));
        await using var db = bench.Open();
        Assert.False(await db.Announcements.AnyAsync());
    }

    [Fact]
    public async Task ThePlatformsKey_IsChangedWithoutAStop()
    {
        await using var bench = await SyncBench.StartAsync(settings: s =>
        {
            (s["Sync:NationalPlatform:CallbackKeys:0:Id"], s["Sync:NationalPlatform:CallbackKeys:0:Secret"]) = ("BU-1", "the platform's first secret");
            (s["Sync:NationalPlatform:CallbackKeys:1:Id"], s["Sync:NationalPlatform:CallbackKeys:1:Secret"]) = ("BU-2", "the platform's second secret");
        });
        await bench.ApproveAsync(Sections.Basic);
        var key = (await bench.MessageAsync(Sections.Basic)).IdempotencyKey;

        Assert.Equal(CallbackResult.Noted, await TakeAsync(bench, Call(bench, key, "accepted", "A-1", "BU-1", "the platform's first secret")));
        Assert.Equal(CallbackResult.Known, await TakeAsync(bench, Call(bench, key, "accepted", "A-1", "BU-2", "the platform's second secret")));
        Assert.Equal(CallbackResult.UnknownKey, await TakeAsync(bench, Call(bench, key, "accepted", "A-1")));
    }

    private static CallbackCall Call(SyncBench bench, string key, string status, string number, string keyId = "JS-DEV-1", string secret = Secret)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { number, idempotencyKey = key, status });
        var time = bench.Clock.Now.ToString("O", CultureInfo.InvariantCulture);
        var nonce = "0123456789abcdef" + Interlocked.Increment(ref calls);
        return new CallbackCall("POST", Path, keyId, time, nonce, RequestSigning.Sign(secret, "POST", Path, time, nonce, "", body), body);
    }

    private static async Task<CallbackResult> TakeAsync(SyncBench bench, CallbackCall call)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CallbackDesk>().TakeAsync(Destination.NationalPlatform, call);
    }
}
