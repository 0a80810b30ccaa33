using System.Net;
using System.Text.RegularExpressions;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Testing;
using PerformanceRecords.Web.Features.Audit;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Audit;

/// <summary>操作日志: every act is there, and only those who audit read it.</summary>
public sealed class AuditTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private const string Rows = "table.q tbody tr";

    [Fact]
    public async Task ADecision_IsInTheLog_WithItsReason()
    {
        var submitted = await office.NewCase().SubmittedAsync();
        await submitted.TakeAsync(Act.Return, SupplementCase.City, "盖章页不清楚。");

        var page = await office.OpenAsync(DemoPeople.Wu, $"/audit?person={Uri.EscapeDataString("王珺")}&action=application.&from=2026-11-20&to=2026-11-20");

        var line = page.Texts(Rows)[0];
        Assert.Contains("退回补正", line, StringComparison.Ordinal);
        Assert.Contains("盖章页不清楚。", line, StringComparison.Ordinal);
        Assert.All(page.Texts(Rows), row => Assert.Contains("王珺", row, StringComparison.Ordinal));
        Assert.False((await office.OpenAsync(DemoPeople.Wu, "/audit?to=2026-11-19")).Has(Rows));
    }

    [Fact]
    public void EveryActionThatIsKept_HasAWord()
    {
        var kinds = string.Join('|', AuditWords.Kinds.Select(k => Regex.Escape(k.Prefix)));
        var literal = new Regex($"\"(?<action>({kinds})[A-Za-z-]+)\"");
        var kept = Directory.EnumerateFiles(Path.Combine(TestEnvironment.Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => literal.Matches(File.ReadAllText(file)).Select(m => m.Groups["action"].Value))
            .Concat(new[] { PushAct.Resend, PushAct.Park, PushAct.Release }.Select(act => "push." + act.ToString().ToLowerInvariant()))
            .Except(AuditWords.Kinds.Select(k => k.Prefix)).ToList();

        Assert.True(kept.Count > 40, $"only {kept.Count} found");
        Assert.DoesNotContain(kept, action => AuditWords.Of(action) == action);
    }

    [Fact]
    public async Task TheLog_IsTurnedPageByPage()
    {
        for (var i = 0; i < 30; i++)
        {
            await office.NewCase().SubmittedAsync();
        }

        var first = await office.OpenAsync(DemoPeople.Luo, "/audit");
        var second = await first.FollowAsync("下一页");

        Assert.Equal(50, first.Texts(Rows).Count);
        Assert.NotEmpty(second.Texts(Rows));
        Assert.Equal(first.Texts(Rows), (await second.FollowAsync("上一页")).Texts(Rows));
    }

    [Theory]
    [InlineData("/audit?from=yesterday&action=drop&after=nowhere")]
    [InlineData("/audit?after=0-00000000000000000000000000000000&to=9999-99-99")]
    public async Task AnAddressThatMakesNoSense_ShowsTheFirstPage(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await office.OpenAsync(DemoPeople.Wu, address)).Status);
}
