using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.PlatformSandbox.Faults;
using PerformanceRecords.Sync.Dispatch;
using PerformanceRecords.Testing.Databases;

namespace PerformanceRecords.Sync.Tests.Dispatch;

/// <summary>How an idle instance notices that there is something to do.</summary>
public sealed class PulseTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task WhatAnotherInstanceQueues_LeavesAndIsSeen_ByAnInstanceThatNobodyTold(Engine engine)
    {
        await using var bench = await SyncBench.StartAsync(engine);
        await using var idle = bench.NewInstance();
        var dispatcher = idle.GetRequiredService<PushDispatcher>();
        await dispatcher.StartAsync(default);

        await bench.ApproveAsync(Sections.Basic | Sections.Contract);
        await UntilAsync(bench, PushState.Accepted);
        bench.Clock.Advance(TimeSpan.FromSeconds(10));
        await UntilAsync(bench, PushState.Shown);

        Assert.Equal((2, 0), (bench.Platforms.Calls.Totals.Accepted, bench.Platforms.Calls.Totals.SameKey));
        await dispatcher.StopAsync(default);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ABeat_IsOneQuestion_AndSaysWhatThereIsToDoWhere(Engine engine)
    {
        var commands = new CommandCount();
        await using var bench = await SyncBench.StartAsync(engine, s => s["Sync:FailuresUntilOutage"] = "1");
        await using var instance = bench.NewInstance(configure: s => s.AddSingleton<IInterceptor>(commands));
        var pulse = instance.GetRequiredService<PushPulse>();
        Assert.Equal([(Destination.NationalPlatform, false, false), (Destination.ServiceNetwork, false, false)], Feel(pulse));
        Assert.Equal(1, commands.Count);

        await bench.ApproveAsync(Sections.Basic, destination: Destination.ServiceNetwork);
        Assert.Equal([(Destination.NationalPlatform, false, false), (Destination.ServiceNetwork, true, false)], Feel(pulse));
        await bench.Dispatcher.SendDueAsync();
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([(Destination.NationalPlatform, false, false), (Destination.ServiceNetwork, false, true)], Feel(pulse));

        // a platform that is down is left alone until it is to be probed
        bench.Faults.Add(new Fault { Kind = FaultKind.Down });
        await bench.ApproveAsync(Sections.Basic);
        await bench.Dispatcher.SendDueAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal((Destination.NationalPlatform, false, false), Feel(pulse)[0]);
        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((Destination.NationalPlatform, true, false), Feel(pulse)[0]);
    }

    [Fact]
    public async Task ABeat_AndAClaim_GoThroughNoTable_EvenBeforeThePlannerKnowsAnything()
    {
        var plans = new PlanLog("EXPLAIN QUERY PLAN ", 3);
        await using var bench = await SyncBench.StartAsync();
        for (var i = 1; i <= 20; i++)
        {
            await bench.ApproveAsync(Sections.Basic | Sections.Contract, $"32010519052001{i:D2}");
        }

        await using var instance = bench.NewInstance(configure: s => s.AddSingleton<IInterceptor>(plans));
        Feel(instance.GetRequiredService<PushPulse>());
        await instance.GetRequiredService<PushClaims>().SendableAsync(Destination.NationalPlatform, 10, default);

        Assert.Contains(plans.Plans, plan => plan.Contains("IX_PushMessages_RecordId_Destination_Sequence (RecordId=? AND Destination=?)", StringComparison.Ordinal));
        Assert.DoesNotContain(plans.Plans, plan => plan.Contains("IX_PushMessages_State", StringComparison.Ordinal));
    }

    private static List<(Destination, bool, bool)> Feel(PushPulse pulse) =>
        [.. pulse.Feel().OrderBy(b => b.Destination).Select(b => (b.Destination, b.Send, b.Look))];

    private static async Task UntilAsync(SyncBench bench, PushState state)
    {
        for (var i = 0; i < 400; i++)
        {
            if ((await bench.MessageAsync(Sections.Contract)).State == state && (await bench.MessageAsync(Sections.Basic)).State == state)
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"The messages never became {state}.");
    }
}
