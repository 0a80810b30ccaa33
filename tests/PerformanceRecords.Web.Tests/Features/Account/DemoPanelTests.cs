using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing.Hosting;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Account;

/// <summary>The demo people open the door without a password, so the door exists on developers' machines only.</summary>
public sealed class DemoPanelTests
{
    [Fact]
    public async Task OutsideDevelopment_ThereIsNoPanel_AndNoAddress()
    {
        await using var portal = await PortalHost.StartAsync();
        using var visitor = portal.Visitor();

        var page = await visitor.OpenAsync("/account/sign-in");
        using var request = page.FormWith("登录").Request();
        request.RequestUri = new Uri(portal.Address, "/account/sign-in/demo");
        request.Content = new FormUrlEncodedContent(
        [
            new("person", DemoPeople.Wang.UserName),
            new("__RequestVerificationToken", page["input[name=__RequestVerificationToken]"].GetAttribute("value")!),
        ]);
        using var answer = await visitor.Http.SendAsync(request);

        Assert.False(page.Says("演示人员"), page.Text);
        Assert.False(page.Has("button[name=person]"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("/account/sign-in", (await visitor.OpenAsync("/")).Address.AbsolutePath);
    }

    [Fact]
    public void ThePeople_CoverEveryHandASupplementPassesThrough()
    {
        foreach (var organisation in new[] { DemoPeople.Nanjing, DemoPeople.Suzhou, DemoPeople.Province })
        {
            var people = DemoPeople.All.Where(p => p.Organisation == organisation).ToList();
            Assert.Contains(people, p => !p.MaySign);
            Assert.Contains(people, p => p.MaySign);
            Assert.Single(people, p => p.MayAdminister);
        }

        Assert.Equal(DemoPeople.All.Count, DemoPeople.All.Select(p => p.UserName).Distinct().Count());
        Assert.Equal(DemoPeople.All.Count, DemoPeople.All.Select(p => p.Phone).Distinct().Count());
    }
}
