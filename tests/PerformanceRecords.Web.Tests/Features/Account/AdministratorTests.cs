using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Pages;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Account;

/// <summary>The administrator keeps organisations and accounts, and nobody else does.</summary>
public sealed class AdministratorTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task ADisabledAccount_IsOutAtOnce_AndCannotComeBack()
    {
        using var luo = await portal.Host.SignedInAsync(DemoPeople.Luo);
        using var wu = await portal.Host.SignedInAsync(DemoPeople.Wu);

        var page = await OrganisationAsync(luo, DemoPeople.Audit);
        page = await page.FormWith("停用").SubmitAsync("停用");

        Assert.True(page.Says("吴昉 的账号已停用"), page.Text);
        Assert.Equal("/account/sign-in", (await wu.OpenAsync("/")).Address.AbsolutePath);
        var again = await (await wu.OpenAsync("/account/sign-in")).FormWith("登录")
            .With("userName", DemoPeople.Wu.UserName).With("password", PortalHost.Password).SubmitAsync();
        Assert.True(again.Says("这个账号已停用"), again.Text);

        await page.FormWith("恢复").SubmitAsync("恢复");
        using var back = await portal.Host.SignedInAsync(DemoPeople.Wu);
    }

    [Fact]
    public async Task AResetPassword_IsShownOnce_AndIsTheOnlyOneThatWorks()
    {
        using var luo = await portal.Host.SignedInAsync(DemoPeople.Luo);
        using var he = await portal.Host.SignedInAsync(DemoPeople.He);

        var page = await OrganisationAsync(luo, DemoPeople.Ministry);
        page = await (await page.FollowAsync("一次性密码")).FormWith("发一次性密码").With("Check", "本人到场，出示工作证").SubmitAsync();

        var password = page[".banner.flash"].TextContent.Split("一次性密码是 ")[1][..14];
        Assert.False((await luo.OpenAsync("/")).Says(password));
        Assert.Equal("/account/sign-in", (await he.OpenAsync("/")).Address.AbsolutePath);
        var signedIn = await (await he.OpenAsync("/account/sign-in")).FormWith("登录")
            .With("userName", DemoPeople.He.UserName).With("password", password).SubmitAsync();
        Assert.True(signedIn.Says("设置自己的密码"), signedIn.Text);
    }

    [Fact]
    public async Task ANewBureau_GetsAccountsThatWork()
    {
        using var luo = await portal.Host.SignedInAsync(DemoPeople.Luo);

        var page = await (await luo.OpenAsync("/admin/organisations/new")).FormWith("添加单位")
            .With("Level", "City").With("Name", "无锡市住房和城乡建设局").With("City", "320200").SubmitAsync();
        page = await page.FormWith("开设账号").With("FullName", "华经办").With("UserName", "wuxi-hua").With("MaySign", "true").SubmitAsync();

        Assert.True(page.Says("已为 华经办 开设账号"), page.Text);
        var password = page[".banner.flash"].TextContent.Split("一次性密码 ")[1][..14];
        using var hua = portal.Host.Visitor();
        var first = await (await hua.OpenAsync("/account/sign-in")).FormWith("登录").With("userName", "wuxi-hua").With("password", password).SubmitAsync();
        var home = await first.FormWith("设好并登录").With("New", "lake-and-hills-9").With("Again", "lake-and-hills-9").SubmitAsync();
        Assert.True(home.Says("无锡市住房和城乡建设局"), home.Text);
    }

    [Fact]
    public async Task WhoKeepsTheTemplates_IsSaidHere_AndHoldsWithTheNextClick()
    {
        using var luo = await portal.Host.SignedInAsync(DemoPeople.Luo);
        using var shen = await portal.Host.SignedInAsync(DemoPeople.Shen);
        Assert.Contains("存为新版", (await shen.OpenAsync("/letters/templates/supplementrequest")).Buttons);

        var page = await OrganisationAsync(luo, DemoPeople.Suzhou);
        Assert.True(page.Says("沈屹（签发人、本单位管理员）"), page.Text);
        page = await page.FormWith("取消管理员").SubmitAsync("取消管理员");
        Assert.True(page.Says("沈屹 不再是本单位管理员"), page.Text);
        var template = await shen.OpenAsync("/letters/templates/supplementrequest");
        Assert.DoesNotContain("存为新版", template.Buttons);
        Assert.True(template.Says("本单位还没有设管理员"), template.Text);

        page = await page.Form($"form:has(button[aria-label='设为本单位管理员 沈屹'])").SubmitAsync("设为管理员");
        Assert.True(page.Says("沈屹 已设为本单位管理员"), page.Text);
        Assert.True((await luo.OpenAsync("/admin/users?q=沈屹")).Says("沈屹（签发人、本单位管理员）"));
        Assert.Contains("存为新版", (await shen.OpenAsync("/letters/templates/supplementrequest")).Buttons);
        // bureaus without letters have no templates to keep
        Assert.DoesNotContain("设为管理员", (await OrganisationAsync(luo, DemoPeople.Ministry)).Buttons);
    }

    [Fact]
    public async Task ARenamedBureau_IsCalledSoAtOnce_AndItsNumberIsThereForWhoForgotThePassword()
    {
        using var luo = await portal.Host.SignedInAsync(DemoPeople.Luo);
        using var qian = await portal.Host.SignedInAsync(DemoPeople.Qian);
        var page = await (await OrganisationAsync(luo, DemoPeople.Suzhou)).FollowAsync("修改单位");

        var refused = await page.FormWith("保存").With("Name", "苏").With("ContactPhone", "12").SubmitAsync();
        Assert.Equal(2, refused.Texts(".errsum li").Count);
        Assert.Equal("苏", refused.FormWith("保存")["Name"]);
        page = await refused.FormWith("保存").With("Name", "苏州市住房和建设委员会").With("ContactPhone", "0512-55550100").SubmitAsync();

        Assert.True(page.Says("苏州市住房和建设委员会 的信息已保存"), page.Text);
        Assert.True((await qian.OpenAsync("/")).Says("苏州市住房和建设委员会"));
        using var visitor = portal.Host.Visitor();
        Assert.Contains(
            (await visitor.OpenAsync("/account/forgotten")).Texts("tbody tr"),
            row => row.Contains("苏州市住房和建设委员会", StringComparison.Ordinal) && row.Contains("0512-55550100", StringComparison.Ordinal));
        Assert.True((await luo.OpenAsync("/audit?action=organisation.")).Says("苏州市住房和城乡建设局 → 苏州市住房和建设委员会"));
    }

    [Fact]
    public async Task AnOrganisationChangedMeanwhile_IsNotOverwritten()
    {
        using var luo = await portal.Host.SignedInAsync(DemoPeople.Luo);
        var address = $"/admin/organisations/{DemoPeople.Pukou.Id}/change";
        var older = await luo.OpenAsync(address);
        await (await luo.OpenAsync(address)).FormWith("保存").With("ContactName", "先到的人").SubmitAsync();

        var page = await older.FormWith("保存").With("ContactName", "后到的人").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("先到的人", (await luo.OpenAsync(address)).FormWith("保存")["ContactName"]);
    }

    [Fact]
    public async Task WhoMaySign_IsChanged_AndHoldsWithTheNextClick()
    {
        using var luo = await portal.Host.SignedInAsync(DemoPeople.Luo);
        using var zhou = await portal.Host.SignedInAsync(DemoPeople.Zhou);
        var page = await luo.OpenAsync($"/admin/users/{DemoPeople.Zhou.Id}");

        page = await page.FormWith("保存").With("FullName", "周兰").Without("MaySign").SubmitAsync();

        Assert.True(page.Says("周兰 的账号已保存"), page.Text);
        Assert.True((await zhou.OpenAsync("/account")).Says("可以拟稿、送签，不能签发"));
        var taken = await (await luo.OpenAsync($"/admin/users/{DemoPeople.Zhou.Id}")).FormWith("保存").With("Mobile", DemoPeople.Zhang.Phone).SubmitAsync();
        Assert.Contains(taken.Texts(".err"), text => text.Contains("已用于另一个账号", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NobodyDisablesTheirOwnAccount()
    {
        using var luo = await portal.Host.SignedInAsync(DemoPeople.Luo);

        var page = await (await OrganisationAsync(luo, DemoPeople.Office)).FormWith("停用").SubmitAsync("停用");

        Assert.True(page.Says("不能停用自己的账号"), page.Text);
    }

    [Fact]
    public async Task TheOthers_AreToldThatThisIsNotTheirs()
    {
        foreach (var person in new[] { DemoPeople.Zhang, DemoPeople.Wang, DemoPeople.Zhou, DemoPeople.Wu })
        {
            using var visitor = await portal.Host.SignedInAsync(person);
            foreach (var address in new[] { "/admin/organisations", "/admin/users", "/admin/organisations/new", $"/admin/organisations/{DemoPeople.Nanjing.Id}" })
            {
                var page = await visitor.OpenAsync(address);
                Assert.Equal(HttpStatusCode.Forbidden, page.Status);
                Assert.True(page.Says("这一步不由您办理"), page.Text);
            }
        }
    }

    [Theory]
    [InlineData("/admin/users?q=李翀", "lichong")]
    [InlineData("/admin/users?q=南京市城乡", "wangjun")]
    [InlineData("/admin/organisations?level=Enterprise&q=衡岳", "91320106712345680Y")]
    public async Task Lists_AreSearched(string address, string finds)
    {
        using var luo = await portal.Host.SignedInAsync(DemoPeople.Luo);

        var page = await luo.OpenAsync(address);

        Assert.True(page.Says(finds), page.Text);
        Assert.False(page.Says("guxue"), page.Text);
    }

    private static Task<Page> OrganisationAsync(Visitor visitor, DemoOrganisation organisation) =>
        visitor.OpenAsync($"/admin/organisations/{organisation.Id}");
}
