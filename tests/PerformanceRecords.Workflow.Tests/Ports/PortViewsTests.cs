using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Ports;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Notices;
using PerformanceRecords.Workflow.Ports;
using PerformanceRecords.Workflow.Queries;
using PerformanceRecords.Workflow.Steps;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Ports;

/// <summary>端口管理: a port is used once something was submitted through it, and open while it takes another submission.</summary>
public sealed class PortViewsTests : InAnOffice
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public async Task APortWithASubmissionLeft_IsUsed_AndOpen_AndNobodyHasToHurry()
    {
        var port = await SubmittedOfTwoAsync();
        var almost = port.ExpiresOn.AddDays(-1);

        Assert.Equal(PortState.Open, port.StateOn(almost));
        Assert.Equal([PortView.Open, PortView.Used], await ViewsAsync(almost));
        Office.Clock.Advance(TimeSpan.FromDays(almost.DayNumber - Today.DayNumber));
        Assert.Equal(0, await RemindAsync());
    }

    [Fact]
    public async Task OnceItsTimeIsOver_ItIsUsed_NotExpired()
    {
        var port = await SubmittedOfTwoAsync();
        var after = port.ExpiresOn.AddDays(1);

        Assert.Equal(PortState.Used, port.StateOn(after));
        Assert.Equal([PortView.Used], await ViewsAsync(after));
    }

    [Fact]
    public async Task AWithdrawnSubmission_CountsForNothing()
    {
        var supplement = await new SupplementCase(Office).FilledInAsync();
        await supplement.TakeAsync(Act.Submit, SupplementCase.Filer);
        Assert.Equal([PortView.Used], await ViewsAsync(Today));
        await supplement.TakeAsync(Act.Withdraw, SupplementCase.Filer);

        var port = await PortAsync();
        var views = await ViewsAsync(Today);
        Assert.Contains(PortView.Open, views);
        Assert.DoesNotContain(PortView.Used, views);
        Assert.Equal(PortState.Expired, port.StateOn(port.ExpiresOn.AddDays(1)));
        Office.Clock.Advance(TimeSpan.FromDays(port.ExpiresOn.DayNumber - Today.DayNumber));
        Assert.Equal(1, await RemindAsync());
    }

    [Fact]
    public async Task TheReport_CountsEachPortOnce()
    {
        var port = await SubmittedOfTwoAsync();
        await new SupplementCase(Office, 2).PortOpenedAsync();

        foreach (var (today, used, open, expired) in new[] { (Today, 1, 1, 0), (port.ExpiresOn.AddDays(1), 1, 0, 1) })
        {
            var row = Assert.Single(await Office.DoAsync<PortReport, IReadOnlyList<PortReportRow>>(report => report.ReadAsync(SupplementCase.Province, Today, Today, today)));
            Assert.Equal((2, used, open, expired, 0), (row.Opened, row.Used, row.Open, row.Expired, row.Closed));
        }
    }

    private async Task<SupplementPort> SubmittedOfTwoAsync()
    {
        var supplement = await new SupplementCase(Office).FilledInAsync();
        var port = await PortAsync();
        await Office.DoAsync<PortDesk>(async desk => Assert.Null(await desk.AllowAsync(port.Id, port.Version, 2, "企业申请", SupplementCase.Province)));
        Assert.IsType<StepResult.Taken>(await supplement.TakeAsync(Act.Submit, SupplementCase.Filer));
        return await PortAsync();
    }

    private async Task<IReadOnlyList<PortView>> ViewsAsync(DateOnly today)
    {
        var views = new List<PortView>();
        foreach (var view in Enum.GetValues<PortView>())
        {
            if ((await Office.DoAsync<PortList, Page<PortRow, PortKey>>(list => list.PageAsync(SupplementCase.Province, view, null, null, today, PageTurn<PortKey>.First))).Rows.Count > 0)
            {
                views.Add(view);
            }
        }

        return views;
    }

    private Task<int> RemindAsync() => Office.DoAsync<IEnumerable<IReminder>, int>(reminders => reminders.OfType<PortReminder>().Single().RemindAsync());

    private Task<SupplementPort> PortAsync() => InDatabaseAsync(db => db.SupplementPorts.AsNoTracking().SingleAsync());
}
