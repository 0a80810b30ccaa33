using PerformanceRecords.Data.Seeding;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Reviews;

/// <summary>The queue keeps the names it shows, but not beyond a change.</summary>
public sealed class RenamedEnterpriseTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    [Fact]
    public async Task ARenamedEnterprise_IsCalledSoAtOnce()
    {
        await office.NewCase().SubmittedAsync();
        Assert.True((await office.OpenAsync(DemoPeople.Wang, "/reviews")).Says(DemoPeople.Hengyue.Name));

        var form = (await office.OpenAsync(DemoPeople.Luo, $"/admin/organisations/{DemoPeople.Hengyue.Id}/change")).FormWith("保存");
        await form.With("Name", "江苏恒岳设计集团有限公司").SubmitAsync();

        var page = await office.OpenAsync(DemoPeople.Wang, "/reviews");
        Assert.True(page.Says("江苏恒岳设计集团有限公司"), page.Text);
        Assert.False(page.Says(DemoPeople.Hengyue.Name), page.Text);
    }
}
