using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Web.Features.OneTimePasswords;
using PerformanceRecords.Web.Hosting;
using Xunit;

namespace PerformanceRecords.Web.Tests.Hosting;

/// <summary>A portal outside Development begins with nobody in it; the first administrator is made on the server.</summary>
public sealed class FirstAdministratorTests
{
    [Fact]
    public async Task AnEmptyPortal_GetsItsFirstAdministrator_WhoAddsTheRest()
    {
        await using var portal = await PortalHost.StartAsync(new() { Settings = new Dictionary<string, string?> { ["Demo:People"] = "false" } });
        var (password, problem) = await PrepareAsync(portal, "chief");
        Assert.Null(problem);

        using var chief = portal.Visitor();
        var page = await SignInAsync(chief, "chief", password!.Text);
        page = await page.FormWith("设好并登录").With("New", "first-of-all-2026").With("Again", "first-of-all-2026").SubmitAsync();

        Assert.Equal("/", page.Address.AbsolutePath);
        page = await (await chief.OpenAsync("/admin/organisations/new")).FormWith("添加单位")
            .With("Level", "City").With("Name", "无锡市住房和城乡建设局").With("City", "320200").SubmitAsync();
        Assert.True(page.Says("已添加 无锡市住房和城乡建设局"), page.Text);
    }

    [Fact]
    public async Task AnAdministratorWhoForgotThePassword_GetsAnother_AndTheOfficeIsNotMadeTwice()
    {
        await using var portal = await PortalHost.StartAsync();
        using var luo = await portal.SignedInAsync(DemoPeople.Luo);

        var (password, _) = await PrepareAsync(portal, DemoPeople.Luo.UserName);

        Assert.Equal("/account/sign-in", (await luo.OpenAsync("/")).Address.AbsolutePath);
        Assert.True((await SignInAsync(luo, DemoPeople.Luo.UserName, password!.Text)).Says("设置自己的密码"));
        await using var db = portal.OpenDatabase();
        Assert.Equal(1, await db.Organisations.CountAsync(o => o.Level == Level.Administrator));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("zhangkun")]
    public async Task WhatIsNoAdministratorsName_IsRefusedInWords(string name)
    {
        await using var portal = await PortalHost.StartAsync();

        var (password, problem) = await PrepareAsync(portal, name);

        Assert.Null(password);
        Assert.NotEmpty(problem!);
        using var zhang = await portal.SignedInAsync(DemoPeople.Zhang);
    }

    private static Task<(OneTimePassword? Password, string? Problem)> PrepareAsync(PortalHost portal, string name) =>
        portal.InScopeAsync<FirstAdministrator, (OneTimePassword?, string?)>(first => first.PrepareAsync(name));

    private static async Task<Page> SignInAsync(Visitor visitor, string name, string password) =>
        await (await visitor.OpenAsync("/account/sign-in")).FormWith("登录").With("userName", name).With("password", password).SubmitAsync();
}
