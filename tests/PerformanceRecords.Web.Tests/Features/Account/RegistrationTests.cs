using System.Net;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Pages;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Account;

/// <summary>企业注册: open to everybody, confirmed by the city of the enterprise before it may file.</summary>
public sealed class RegistrationTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    private const string Password = "register-2026";
    private const string Nanjing = "320102";

    [Fact]
    public async Task ARegisteredEnterprise_IsSignedInAtOnce_AndWaitsForItsCity()
    {
        using var visitor = portal.Host.Visitor();

        var page = await RegisterAsync(visitor, 1);

        Assert.Equal("/", page.Address.AbsolutePath);
        Assert.True(page.Says("等待南京市主管部门确认注册"), page.Text);
        Assert.False(page.Says("开始申报"), page.Text);
    }

    [Fact]
    public async Task TheCity_Confirms_AndTheEnterpriseMayFileAtOnce()
    {
        using var enterprise = portal.Host.Visitor();
        await RegisterAsync(enterprise, 2);
        using var wang = await portal.Host.SignedInAsync(DemoPeople.Wang);

        var page = await (await wang.OpenAsync("/enterprises")).FollowAsync(NameOf(2));
        page = await page.FormWith("确认注册").SubmitAsync();

        Assert.True(page.Says($"已确认 {NameOf(2)} 的注册"), page.Text);
        Assert.True((await enterprise.OpenAsync("/")).Says("开始申报"));
    }

    [Fact]
    public async Task TheCity_RefusesWithAReason_AndTheEnterpriseMendsItAndAsksAgain()
    {
        using var enterprise = portal.Host.Visitor();
        await RegisterAsync(enterprise, 3);
        using var wang = await portal.Host.SignedInAsync(DemoPeople.Wang);
        var page = await (await wang.OpenAsync("/enterprises")).FollowAsync(NameOf(3));

        page = await page.FormWith("不予确认").SubmitAsync();
        Assert.True(page.Says("请写明不予确认的原因"), page.Text);
        page = await page.FormWith("不予确认").With("Reason", "名称与营业执照不一致").SubmitAsync();
        Assert.True(page.Says("已答复不予确认"), page.Text);

        page = await enterprise.OpenAsync("/");
        Assert.True(page.Says("名称与营业执照不一致"), page.Text);
        page = await (await page.FollowAsync("去修改")).FormWith("保存并再次提交确认").With("Name", "南京更名勘察设计有限公司").SubmitAsync();
        Assert.True(page.Says("已再次提交"), page.Text);
        Assert.True((await wang.OpenAsync("/enterprises")).Says("南京更名勘察设计有限公司"));
    }

    [Fact]
    public async Task OthersThanTheCity_DoNotFindTheEnterprise()
    {
        using var visitor = portal.Host.Visitor();
        await RegisterAsync(visitor, 4);
        var id = await IdOfAsync(4);

        foreach (var person in new[] { DemoPeople.Qian, DemoPeople.Tang, DemoPeople.He, DemoPeople.Zhang })
        {
            using var other = await portal.Host.SignedInAsync(person);
            Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"/enterprises/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, await ConfirmAsync(other, id));
        }

        using var province = await portal.Host.SignedInAsync(DemoPeople.Chen);
        var page = await province.OpenAsync($"/enterprises/{id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("确认注册", page.Buttons);
        Assert.Equal(HttpStatusCode.NotFound, await ConfirmAsync(province, id));
        await using var db = portal.Host.OpenDatabase();
        Assert.Null((await db.Organisations.SingleAsync(o => o.Id == id)).ConfirmedAt);
    }

    [Fact]
    public async Task ADecisionOnAStalePage_TakesNoEffect()
    {
        using var visitor = portal.Host.Visitor();
        await RegisterAsync(visitor, 5);
        var id = await IdOfAsync(5);
        using var wang = await portal.Host.SignedInAsync(DemoPeople.Wang);
        using var colleague = await portal.Host.SignedInAsync(DemoPeople.Li);
        var page = await wang.OpenAsync($"/enterprises/{id}");
        await (await colleague.OpenAsync($"/enterprises/{id}")).FormWith("确认注册").SubmitAsync();

        page = await page.FormWith("不予确认").With("Reason", "执照上的地址在本市以外，请核对后再来").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.True(page.Says("刚被别人办过"), page.Text);
        Assert.True(page.Says("执照上的地址在本市以外，请核对后再来"), page.Text);
    }

    [Fact]
    public async Task ACodeWithItsLastSignsSwapped_IsRefusedWithTheOneThatWasMeant()
    {
        using var visitor = portal.Host.Visitor();
        var code = CodeOf(6);
        var swapped = code[..16] + code[17] + code[16];

        var page = await RegisterAsync(visitor, 6, form => form.With("Code", swapped));

        Assert.Equal(code, page["[data-adopt=Code]"].GetAttribute("data-value"));
        Assert.Equal("true", page["#Code"].GetAttribute("aria-invalid"));
        Assert.Equal(NameOf(6), page.FormWith("提交注册")["OrganisationName"]);
        Assert.Equal(Nanjing, page.FormWith("提交注册")["RegionCode"]);
    }

    [Theory]
    [InlineData("OrganisationName", "", "请填写单位名称")]
    [InlineData("Code", "", "请填写统一社会信用代码")]
    [InlineData("Code", "123", "应为 18 位")]
    [InlineData("RegionCode", "", "请选择单位注册地")]
    [InlineData("ContactName", "", "请填写经办人姓名")]
    [InlineData("Mobile", "025-51868000", "手机号应为 11 位")]
    [InlineData("UserName", "13800000000", "用户名不能全是数字")]
    [InlineData("Password", "", "请填写密码")]
    [InlineData("Again", "another-2026", "两次填写的密码不一样")]
    public async Task AFieldThatIsWrong_IsListedOnTopAndNamedBeside(string field, string value, string words)
    {
        using var visitor = portal.Host.Visitor();

        var page = await RegisterAsync(visitor, 7, form => form.With(field, value));

        Assert.Equal("/account/register", page.Address.AbsolutePath);
        Assert.Contains(page.Texts($".errsum a[href='#{field}']"), text => text.Contains(words, StringComparison.Ordinal));
        Assert.Contains(words, page[$"#{field}-error"].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsRegisteredAlready_IsRefusedAndSaid()
    {
        using var visitor = portal.Host.Visitor();

        var page = await RegisterAsync(visitor, 8, form => form
            .With("Code", DemoPeople.Hengyue.CreditCode!)
            .With("Mobile", DemoPeople.Zhang.Phone)
            .With("UserName", DemoPeople.Zhang.UserName.ToUpperInvariant()));

        Assert.Equal(3, page.Texts(".errsum li").Count);
        Assert.True(page.Says($"统一社会信用代码 {DemoPeople.Hengyue.CreditCode} 已注册"), page.Text);
        Assert.True(page.Says("这个手机号已用于另一个账号"), page.Text);
        Assert.True(page.Says("已有人使用"), page.Text);
    }

    private static string NameOf(int number) => $"南京第{number}勘察设计有限公司";

    private static string CodeOf(int number)
    {
        var body = $"91320102MA1N0000{number}";
        return "0123456789ABCDEFGHJKLMNPQRTUWXY".Select(check => body + check).Single(CreditCode.IsValid);
    }

    private static async Task<Page> RegisterAsync(Visitor visitor, int number, Action<Form>? change = null)
    {
        var form = (await visitor.OpenAsync("/account/register")).FormWith("提交注册")
            .With("OrganisationName", NameOf(number))
            .With("Code", CodeOf(number))
            .With("RegionCode", Nanjing)
            .With("ContactName", "徐经办")
            .With("Mobile", $"1380000000{number}")
            .With("UserName", $"企业{number}号")
            .With("Password", Password)
            .With("Again", Password);
        change?.Invoke(form);
        return await form.SubmitAsync();
    }

    private async Task<Guid> IdOfAsync(int number)
    {
        var code = CodeOf(number);
        await using var db = portal.Host.OpenDatabase();
        return await db.Organisations.Where(o => o.CreditCode == code).Select(o => o.Id).SingleAsync();
    }

    private static async Task<HttpStatusCode> ConfirmAsync(Visitor visitor, Guid id)
    {
        var token = (await visitor.OpenAsync("/account/password"))["input[name=__RequestVerificationToken]"].GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("version", "0"), new("__RequestVerificationToken", token)]);
        using var answer = await visitor.Http.PostAsync($"/enterprises/{id}/confirm", content);
        return answer.StatusCode;
    }
}
