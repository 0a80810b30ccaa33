using System.Net;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Records;

/// <summary>按证件号查人员: the whole number, in the form only, masked in the answer.</summary>
public sealed class PeopleTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private static readonly string Number = RecordStories.Personnel["IDCard"];

    [Fact]
    public async Task APerson_IsFound_AndTheNumberIsNowhereToBeRead()
    {
        await RecordStories.CompleteAsync(office.Office, 901);
        var page = await (await office.OpenAsync(DemoPeople.Wang, "/records")).FollowAsync("按证件号查人员");
        page = await page.FormWith("查询").With("number", Number).SubmitAsync("查询");

        Assert.Equal("/records/people", page.Address.PathAndQuery);
        Assert.True(page.Says("刘喆") && page.Says(new SampleProject(901).Name) && page.Says($"{Number[..4]}**********{Number[^4..]}"), page.Text);
        Assert.DoesNotContain(Number, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.True((await page.FollowAsync(new SampleProject(901).Name)).Status == HttpStatusCode.OK);
        var log = await office.OpenAsync(DemoPeople.Wu, "/audit?action=person.");
        Assert.True(log.Says("按证件号查人员") && log.Says("王珺"), log.Text);
        Assert.DoesNotContain(Number, log.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var stranger = await (await office.OpenAsync(DemoPeople.Gu, "/records/people")).FormWith("查询").With("number", Number).SubmitAsync("查询");
        Assert.True(stranger.Says("没有查到这个证件号码"), stranger.Text);
    }

    [Fact]
    public async Task APartOfANumber_IsRefusedBesideTheField_AndStays()
    {
        var page = await (await office.OpenAsync(DemoPeople.Chen, "/records/people")).FormWith("查询").With("number", Number[..17]).SubmitAsync("查询");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Says("应为 18 位，现在是 17 位"), page.Text);
        Assert.Equal("true", page["#number"].GetAttribute("aria-invalid"));
        Assert.Equal(Number[..17], page.FormWith("查询")["number"]);
    }

    [Fact]
    public async Task TheFindPage_LeadsToIt() =>
        Assert.True((await office.OpenAsync(DemoPeople.Wang, "/find?q=没有的项目")).Has("a[href='/records/people']"));
}
