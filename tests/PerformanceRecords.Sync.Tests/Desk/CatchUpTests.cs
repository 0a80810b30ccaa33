using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.PlatformSandbox.Faults;
using PerformanceRecords.Sync.Desk;

namespace PerformanceRecords.Sync.Tests.Desk;

public sealed class CatchUpTests
{
    [Fact]
    public async Task WhatAPersonHasToSettle_IsNoBacklogOfTheOutage()
    {
        await using var bench = await SyncBench.StartAsync(settings: s => s["Sync:FailuresUntilOutage"] = "2");
        bench.Faults.Add(new Fault { Kind = FaultKind.RefuseField, Section = "basic", Field = "PrjName", Remaining = 1 });
        await bench.ApproveAsync(Sections.Basic);
        await bench.SettleAsync();
        Assert.Equal(PushState.NeedsPerson, (await bench.MessageAsync(Sections.Basic)).State);

        bench.Clock.Advance(TimeSpan.FromHours(1));
        bench.Faults.Add(new Fault { Kind = FaultKind.Down });
        await bench.ApproveAsync(Sections.Basic, "3201051905200102");
        await bench.ApproveAsync(Sections.Basic, "3201051905200103");
        await bench.SettleAsync(rounds: 5);
        Assert.Equal(ChannelState.Outage, (await bench.ChannelAsync()).State);
        bench.Faults.Clear();
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        await bench.SettleAsync();
        bench.Clock.Advance(TimeSpan.FromHours(2));

        await using var scope = bench.Services.CreateAsyncScope();
        // over three hours; the outage took three minutes of them
        var curve = await scope.ServiceProvider.GetRequiredService<CatchUp>().OfAsync(Destination.NationalPlatform);
        Assert.Equal((2, 0), (curve!.Points.Max(p => p.Waiting), curve.Points[^1].Waiting));
    }
}
