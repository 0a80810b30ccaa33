using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.PlatformSandbox;
using PerformanceRecords.PlatformSandbox.Faults;
using PerformanceRecords.Sync.Desk;
using PerformanceRecords.Sync.Mirror;

namespace PerformanceRecords.Sync.Tests.Dispatch;

/// <summary>Every fault the sandbox knows, alone and in pairs: delivered, or with a person who is told, and never silently stuck.</summary>
public sealed class EveryFaultTests
{
    private static readonly Actor Province = new(Guid.CreateVersion7(), "陈晔", Level.Province, Guid.CreateVersion7(), "江苏省住房和城乡建设厅", "320000");

    public static TheoryData<FaultKind, FaultKind> AloneAndInPairs()
    {
        var pairs = new TheoryData<FaultKind, FaultKind>();
        var all = Enum.GetValues<FaultKind>();
        foreach (var first in all)
        {
            foreach (var second in all.Where(second => second >= first))
            {
                pairs.Add(first, second);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(AloneAndInPairs))]
    public async Task WhateverThePlatformDoes_EndsInDelivery_OnceAndInOrder_WithAPersonWhereOneIsNeeded(FaultKind first, FaultKind second)
    {
        await using var bench = await SyncBench.StartAsync();
        var approvedAt = bench.Clock.Now;
        await bench.ApproveAsync(Sections.Basic | Sections.Contract | Sections.Personnel);
        foreach (var kind in new[] { first, second }.Distinct())
        {
            bench.Faults.Add(new Fault { Kind = kind, Remaining = 2, Seconds = kind is FaultKind.ShowLate ? 60 : 0.05 });
            // the questions suffer too
            bench.Faults.Add(new Fault { Kind = kind, Call = FaultCall.Ask, Remaining = 1, Seconds = 0.05 });
            bench.Faults.Add(new Fault { Kind = kind, Call = FaultCall.Show, Remaining = 1, Seconds = 0.05 });
        }

        for (var visits = 0; visits < 10; visits++)
        {
            await bench.SettleAsync();
            await TellsTheTruthAsync(bench, approvedAt);
            if (!await PersonActsAsync(bench))
            {
                break;
            }
        }

        var messages = await MessagesAsync(bench);
        Assert.All(messages, m => Assert.Equal(PushState.Shown, m.State));
        Assert.Equal(["basic", "contracts", "personnel"], bench.Platforms.Of(SandboxState.National).Facts.Select(f => f.Section));
        Assert.Equal((0, 0, 0), (bench.Platforms.Calls.Totals.SameKey, bench.Platforms.Calls.Totals.SameFact, bench.Platforms.Calls.Totals.OutOfOrder));
        if (bench.Platforms.Of(SandboxState.National).Facts.Any(f => f.Altered))
        {
            // a silent change is nothing the sending can notice; the night does
            Assert.NotEqual(0, (await bench.Services.GetRequiredService<MirrorNight>().RunAsync())!.Drifted);
        }
    }

    // whoever waits has a moment at which it goes on, or somebody before it whom a person has before him
    private static async Task TellsTheTruthAsync(SyncBench bench, DateTime approvedAt)
    {
        var messages = await MessagesAsync(bench);
        var fused = (await bench.ChannelAsync()).State == ChannelState.Fused;
        foreach (var message in messages.Where(m => m.State is PushState.Waiting or PushState.Sending or PushState.Accepted))
        {
            Assert.True(
                fused || message.NextAttemptAt is not null || messages.Any(m => m.Sequence < message.Sequence && m.State == PushState.NeedsPerson),
                $"{message.Section} is {message.State}, and nobody knows: {message.Error}");
        }

        Assert.All(messages, m => Assert.Equal(approvedAt, m.CreatedAt));
        await using var scope = bench.Services.CreateAsyncScope();
        var counts = await scope.ServiceProvider.GetRequiredService<PushOverview>().CountsAsync();
        Assert.Equal(messages.Count(m => m.State != PushState.Shown), counts.Sum(c => c.Count));
        Assert.Equal(messages.Count(m => m.State == PushState.NeedsPerson), counts.Where(c => c.Standing == PushStanding.NeedsPerson).Sum(c => c.Count));
    }

    private static async Task<bool> PersonActsAsync(SyncBench bench)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<PushDesk>();
        var acted = false;
        if ((await bench.ChannelAsync()).State == ChannelState.Fused)
        {
            acted |= await desk.CloseFuseAsync(Destination.NationalPlatform, Province);
        }

        foreach (var message in (await MessagesAsync(bench)).Where(m => m.State == PushState.NeedsPerson))
        {
            Assert.Null(await desk.TakeAsync(message.Id, message.Version, PushAct.Resend, "已与平台核实", Province));
            acted = true;
        }

        return acted || (await MessagesAsync(bench)).Any(m => m.State != PushState.Shown);
    }

    private static async Task<List<PushMessage>> MessagesAsync(SyncBench bench)
    {
        await using var db = bench.Open();
        return await db.PushMessages.AsNoTracking().OrderBy(m => m.Sequence).ToListAsync();
    }
}
