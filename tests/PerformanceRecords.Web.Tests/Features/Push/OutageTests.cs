using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Push;

public sealed class OutageTests
{
    [Fact]
    public async Task DuringAnOutage_EverybodyIsToldSo_ApprovalsGetAReceipt_AndEverythingGoesOutAfterwards()
    {
        await using var portal = await PortalHost.StartAsync(new()
        {
            Settings = new Dictionary<string, string?>
            {
                ["PersonalNumbers:Key"] = Convert.ToBase64String(new byte[32]),
                ["Sync:FailuresUntilOutage"] = "2",
                ["Sync:ProbeInterval"] = "00:00:01",
            },
        });
        await using var office = await Office.OpenAsync(portal.Database);
        using var http = new HttpClient { BaseAddress = portal.Sandbox.Address };
        (await http.PostAsJsonAsync("/control/api/faults", new { kind = "Down" })).EnsureSuccessStatusCode();
        var before = await new SupplementCase(office).CompletedAsync();
        await UntilAsync(portal, async db => await db.PushChannels.AnyAsync(c => c.Destination == Destination.NationalPlatform && c.State == ChannelState.Outage));

        var during = await new SupplementCase(office, 2).CompletedAsync();
        using var zhang = await portal.SignedInAsync(DemoPeople.Zhang);
        using var gu = await portal.SignedInAsync(DemoPeople.Gu);
        var home = await zhang.OpenAsync("/");
        Assert.True(home.Says("已转入停机模式"), home.Text);
        var filing = await zhang.OpenAsync($"/applications/{during.Id}");
        Assert.True(filing.Says("审核完成，部平台停机，恢复后自动推送"), filing.Text);
        var receipt = await zhang.OpenAsync($"/receipts/{during.Id}");
        Assert.True(receipt.Says("停机回执 TJ-2026-0001") && receipt.Says(during.ProjectName), receipt.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await zhang.OpenAsync($"/receipts/{before.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await gu.OpenAsync($"/receipts/{during.Id}")).Status);

        await http.DeleteAsync(new Uri("/control/api/faults", UriKind.Relative));
        await UntilAsync(portal, async db => await db.PushMessages.AllAsync(m => m.State == PushState.Shown));
        using var chen = await portal.SignedInAsync(DemoPeople.Chen);
        Assert.False((await chen.OpenAsync("/")).Says("已转入停机模式"));
        var curve = await chen.OpenAsync("/push/catch-up");
        Assert.True(curve.Says("最近一次停机") && curve.Has("table"), curve.Text);
    }

    private static Task<bool> UntilAsync(PortalHost portal, Func<Data.AppDbContext, Task<bool>> holds) => portal.UntilAsync(holds, held => held, atMost: 300);
}
