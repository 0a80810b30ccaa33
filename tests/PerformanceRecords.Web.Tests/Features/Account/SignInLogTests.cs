using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Audit;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Pages;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Account;

/// <summary>登录日志: whoever audits sees who came, who was turned away, who was locked out and who left, and from where.</summary>
public sealed class SignInLogTests : IAsyncLifetime
{
    private const string Wrong = "wrong-password-1";
    private PortalHost portal = null!;

    public async Task InitializeAsync() => portal = await PortalHost.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task ComingAndLeaving_AreInTheLog_EachOnce()
    {
        using var visitor = await portal.SignedInAsync(DemoPeople.Zhang);
        await visitor.OpenAsync("/applications");
        await (await visitor.OpenAsync("/")).FormWith("退出登录").SubmitAsync();

        var entries = await EntriesAsync();
        Assert.Equal([("account.sign-in", "张堃"), ("account.sign-out", "张堃")], entries.Select(e => (e.Action, e.UserName)));
        Assert.All(entries, e => Assert.Equal((DemoPeople.Hengyue.Name, DemoPeople.Zhang.Id.ToString(), "来自 127.0.0.1"), (e.OrganisationName, e.Subject, e.Detail)));
    }

    [Fact]
    public async Task WrongPasswords_AreCounted_UntilTheLock_AndAddNothingAfterIt()
    {
        using var visitor = portal.Visitor();
        for (var i = 0; i < 7; i++)
        {
            await TryAsync(visitor, DemoPeople.Shen.UserName, Wrong);
        }

        var entries = await EntriesAsync();
        Assert.Equal(
            [.. Enumerable.Range(1, 4).Select(n => $"account.sign-in-failed 密码不对，连续第 {n} 次；来自 127.0.0.1"), "account.sign-in-locked 连续 5 次密码不对，锁定 15 分钟；来自 127.0.0.1"],
            entries.Select(e => $"{e.Action} {e.Detail}"));
        Assert.All(entries, e => Assert.Equal("沈屹", e.UserName));
    }

    [Fact]
    public async Task ANameThatDoesNotExist_IsNotKeptWhole()
    {
        using var visitor = portal.Visitor();
        for (var i = 0; i < 7; i++)
        {
            await TryAsync(visitor, "MyPassword-2026", Wrong);
        }

        var entry = Assert.Single(await EntriesAsync());
        Assert.Equal(("account.sign-in-locked", "My…", "没有这个账号", "用不存在的用户名（15 个字符）连续试了 5 次；来自 127.0.0.1"), (entry.Action, entry.UserName, entry.OrganisationName, entry.Detail));
    }

    [Fact]
    public async Task TheRightPasswordOfADisabledAccount_IsNoted_AndOpensNothing()
    {
        await using (var db = portal.OpenDatabase())
        {
            await db.Users.Where(u => u.Id == DemoPeople.Zhang.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.Disabled, true));
        }

        using var visitor = portal.Visitor();
        await TryAsync(visitor, DemoPeople.Zhang.UserName, PortalHost.Password);

        var entry = Assert.Single(await EntriesAsync());
        Assert.Equal(("account.sign-in-failed", "账号已停用；来自 127.0.0.1"), (entry.Action, entry.Detail));
    }

    [Fact]
    public async Task TheAuditor_ListsThemAlone()
    {
        await TryAsync(portal.Visitor(), DemoPeople.Shen.UserName, Wrong);
        using var auditor = await portal.SignedInAsync(DemoPeople.Wu);

        var page = await auditor.OpenAsync("/audit?action=account.sign-");

        Assert.Equal(2, page.Texts("table.q tbody tr").Count);
        Assert.True(page.Says("登录失败"), page.Text);
        Assert.True(page.Says("密码不对，连续第 1 次"), page.Text);
    }

    [Fact]
    public async Task APageOfASignedInPerson_WritesNothing()
    {
        using var visitor = await portal.SignedInAsync(DemoPeople.Zhang);
        await visitor.OpenAsync("/applications");
        portal.Commands.Clear();

        await visitor.OpenAsync("/applications");

        Assert.DoesNotContain(portal.Commands.Commands, c => c.Contains("INSERT", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<List<AuditEntry>> EntriesAsync()
    {
        await using var db = portal.OpenDatabase();
        return await db.AuditEntries.AsNoTracking().Where(e => e.Action.StartsWith("account.sign-")).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync();
    }

    private static async Task<Page> TryAsync(Visitor visitor, string name, string password)
    {
        var page = await visitor.OpenAsync("/account/sign-in");
        return await page.FormWith("登录").With("userName", name).With("password", password).SubmitAsync();
    }
}
