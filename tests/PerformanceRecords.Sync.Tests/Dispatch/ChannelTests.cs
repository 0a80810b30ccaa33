using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.PlatformSandbox.Faults;
using PerformanceRecords.Sync.Dispatch;

namespace PerformanceRecords.Sync.Tests.Dispatch;

public sealed class ChannelTests
{
    [Theory]
    [InlineData(FaultKind.RefuseCredentials)]
    [InlineData(FaultKind.RefuseContract)]
    public async Task RefusedCredentialsOrContract_BlowTheFuse_AndNothingMoreIsSentUntilAPersonClosesIt(FaultKind kind)
    {
        await using var bench = await SyncBench.StartAsync(settings: s => s["Sync:Concurrency"] = "1");
        await bench.ApproveAsync(Sections.Basic);
        await bench.ApproveAsync(Sections.Basic, "3201051905200102");
        var fault = new Fault { Kind = kind };
        bench.Faults.Add(fault);

        await bench.Dispatcher.SendDueAsync();
        bench.Clock.Advance(TimeSpan.FromHours(1));
        var sent = bench.Platforms.Calls.Totals.Submissions;
        await bench.Dispatcher.SendDueAsync();
        Assert.Equal(sent, bench.Platforms.Calls.Totals.Submissions);
        Assert.Equal(ChannelState.Fused, (await bench.ChannelAsync()).State);

        bench.Faults.Clear();
        await bench.Services.GetRequiredService<ChannelGuard>().ReopenAsync(Destination.NationalPlatform, ChannelState.Fused, default);
        await bench.SettleAsync();
        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Basic, projectNumber: "3201051905200102")).State);
        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Basic)).State);
    }

    [Fact]
    public async Task AWrongSecret_BlowsTheFuse()
    {
        await using var bench = await SyncBench.StartAsync(settings: s => s["Sync:NationalPlatform:Secret"] = "not the secret they know");
        await bench.ApproveAsync(Sections.Basic);

        await bench.Dispatcher.SendDueAsync();

        var channel = await bench.ChannelAsync();
        Assert.Equal((ChannelState.Fused, "签名不符"), (channel.State, channel.Reason));
        Assert.Equal(PushState.Waiting, (await bench.MessageAsync(Sections.Basic)).State);
    }

    [Fact]
    public async Task ABlownFuse_DoesNotStopTheOtherPlatform()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        await bench.ApproveAsync(Sections.Basic, "3201051905200102", Destination.ServiceNetwork);
        bench.Faults.Add(new Fault { Kind = FaultKind.RefuseCredentials, Channel = "national" });

        await bench.SettleAsync(5);

        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Basic, Destination.ServiceNetwork, "3201051905200102")).State);
        Assert.Equal(PushState.Waiting, (await bench.MessageAsync(Sections.Basic)).State);
    }

    [Fact]
    public async Task ASilentPlatform_PausesTheChannel_AndAProbeOpensItAgain()
    {
        await using var bench = await SyncBench.StartAsync(settings: s => s["Sync:FailuresUntilOutage"] = "3");
        for (var i = 1; i <= 5; i++)
        {
            await bench.ApproveAsync(Sections.Basic, $"320105190520010{i}");
        }

        bench.Faults.Add(new Fault { Kind = FaultKind.Down });
        await bench.Dispatcher.SendDueAsync();
        Assert.Equal(ChannelState.Outage, (await bench.ChannelAsync()).State);

        bench.Clock.Advance(TimeSpan.FromSeconds(61));
        await bench.Dispatcher.SendDueAsync();
        Assert.Equal(ChannelState.Outage, (await bench.ChannelAsync()).State);

        bench.Faults.Clear();
        bench.Clock.Advance(TimeSpan.FromSeconds(61));
        await bench.Dispatcher.SendDueAsync();
        Assert.Equal(ChannelState.Normal, (await bench.ChannelAsync()).State);
        Assert.Equal(5, bench.Platforms.Calls.Totals.Accepted);
    }

    [Fact]
    public async Task AProbeThatIsNotAnswered_IsTheOutage_HoweverLittleThereWasToSend()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        bench.Faults.Add(new Fault { Kind = FaultKind.Down });
        await bench.Dispatcher.SendDueAsync();
        Assert.Equal(ChannelState.Normal, (await bench.ChannelAsync()).State);

        Assert.False(await ProbeAsync(bench));

        var channel = await bench.ChannelAsync();
        Assert.Equal((ChannelState.Outage, "试探没有应答"), (channel.State, channel.Reason));
        bench.Faults.Clear();
        bench.Clock.Advance(TimeSpan.FromSeconds(61));
        await bench.SettleAsync();
        Assert.Equal(ChannelState.Normal, (await bench.ChannelAsync()).State);
        Assert.Equal(PushState.Shown, (await bench.MessageAsync(Sections.Basic)).State);
    }

    [Fact]
    public async Task AProbeThatIsAnswered_SendsWhatWaitedForTheChannel_WithoutItsWait()
    {
        await using var bench = await SyncBench.StartAsync(settings: s => s["Sync:RetryWaits:0"] = "05:00:00");
        await bench.ApproveAsync(Sections.Basic);
        bench.Faults.Add(new Fault { Kind = FaultKind.Down, Remaining = 1 });
        await bench.Dispatcher.SendDueAsync();
        await bench.Dispatcher.SendDueAsync();
        Assert.Equal(0, bench.Platforms.Calls.Totals.Accepted);

        Assert.True(await ProbeAsync(bench));
        await bench.Dispatcher.SendDueAsync();

        Assert.Equal(1, bench.Platforms.Calls.Totals.Accepted);
    }

    private static Task<bool> ProbeAsync(SyncBench bench) =>
        bench.Services.GetRequiredService<ChannelGuard>().ProbeNowAsync(Destination.NationalPlatform, default);

    [Fact]
    public async Task ANewKey_IsUsedWithoutARestart_WhileTheOldOneIsStillValid()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic);
        await bench.Dispatcher.SendDueAsync();
        var options = bench.Services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<SyncOptions>>().CurrentValue;
        bench.AddSandboxKey("JS-DEV-2", "another secret of the sandbox");

        (options.NationalPlatform.KeyId, options.NationalPlatform.Secret) = ("JS-DEV-2", "another secret of the sandbox");
        await bench.ApproveAsync(Sections.Basic, "3201051905200102");
        await bench.Dispatcher.SendDueAsync();

        Assert.Equal(["JS-DEV-1", "JS-DEV-2"], bench.Platforms.Calls.Recent(10).Where(c => c.Method == "PUT").Select(c => c.KeyId).Order());
        Assert.Equal(2, bench.Platforms.Calls.Totals.Accepted);
    }
}
