using PerformanceRecords.Data.Seeding;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Home;

/// <summary>查找: a number is found whole, a name by a part of it; only what somebody may see.</summary>
public sealed class FinderTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    [Fact]
    public async Task AProject_IsFoundByItsNumber_AndByAPartOfItsName_ByThoseItConcerns()
    {
        var filing = await office.NewCase().SubmittedAsync();
        var number = (await filing.ReadAsync()).ProjectNumber!;
        foreach (var (person, place) in new[] { (DemoPeople.Zhang, "/applications/"), (DemoPeople.Wang, "/reviews/"), (DemoPeople.Chen, "/reviews/") })
        {
            foreach (var text in new[] { number, filing.ProjectName })
            {
                var page = await office.OpenAsync(person, "/find?q=" + Uri.EscapeDataString(text));
                Assert.Equal($"{place}{filing.Id}", page.Address.AbsolutePath);
            }
        }

        foreach (var person in new[] { DemoPeople.Gu, DemoPeople.Qian })
        {
            Assert.True((await office.OpenAsync(person, "/find?q=" + number)).Says($"没有找到“{number}”"));
        }
    }

    [Fact]
    public async Task WhatIsNotFound_SaysHowItWasLookedFor() =>
        Assert.True((await office.OpenAsync(DemoPeople.Wang, "/find?q=没有这样的名称")).Says("在最近变动的 5,000 件里找；编号和文号要写全，不分早晚"));
}
