using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Pages;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Account;

public sealed class PasswordTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    private const string Good = "changed-2026";

    [Theory]
    [InlineData("", Good, Good, "请填写现在的密码")]
    [InlineData("not-the-one-1", Good, Good, "现在的密码不对")]
    [InlineData(PortalHost.Password, "", "", "请填写新密码")]
    [InlineData(PortalHost.Password, PortalHost.Password, PortalHost.Password, "新密码与现在的密码相同")]
    [InlineData(PortalHost.Password, Good, "changed-2027", "两次填写的新密码不一样")]
    [InlineData(PortalHost.Password, "short-1", "short-1", "密码至少 10 位")]
    [InlineData(PortalHost.Password, "no-digit-in-it", "no-digit-in-it", "密码要有至少一个数字")]
    [InlineData(PortalHost.Password, "2026-05-01-0000", "2026-05-01-0000", "密码要有至少一个小写字母")]
    [InlineData(PortalHost.Password, "my-QianCheng-1", "my-QianCheng-1", "密码里不要有用户名或手机号")]
    public async Task AnUnfitPassword_IsRefusedBesideItsField(string current, string fresh, string again, string words)
    {
        using var qian = await portal.Host.SignedInAsync(DemoPeople.Qian);

        var page = await ChangeAsync(qian, current, fresh, again);

        Assert.Contains(page.Texts(".errsum a"), text => text.Contains(words, StringComparison.Ordinal));
        Assert.Contains(page.Texts(".err"), text => text.Contains(words, StringComparison.Ordinal));
        Assert.DoesNotContain(fresh.Length > 0 ? fresh : "never", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChangedPassword_EndsEverySessionAtOnce()
    {
        using var office = await portal.Host.SignedInAsync(DemoPeople.Li);
        using var phone = await portal.Host.SignedInAsync(DemoPeople.Li);

        var page = await ChangeAsync(office, PortalHost.Password, Good, Good);

        Assert.True(page.Says("密码已修改"), page.Text);
        Assert.Equal("/account/sign-in", (await phone.OpenAsync("/")).Address.AbsolutePath);
        page = await page.FormWith("登录").With("userName", DemoPeople.Li.UserName).With("password", Good).SubmitAsync();
        Assert.Equal("/", page.Address.AbsolutePath);
    }

    private static async Task<Page> ChangeAsync(Visitor visitor, string current, string fresh, string again)
    {
        var page = await visitor.OpenAsync("/account/password");
        return await page.FormWith("修改密码").With("Current", current).With("New", fresh).With("Again", again).SubmitAsync();
    }
}
