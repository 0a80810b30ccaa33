using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Web.Features.Shared;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Shared;

/// <summary>What holds for every list there is.</summary>
public sealed class ListTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    private const int Queries = 3;

    // forms, and first pages and desks that put several things side by side
    private static readonly string[] NoLists = ["/", "/push", "/account", "/organisation", "/applications/new/supplement"];

    public static TheoryData<string> Everybody => [.. DemoPeople.All.DistinctBy(p => p.Organisation.Level).Select(p => p.UserName)];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task AList_AsksTheDatabaseThreeTimesAtMost_WithNothingKeptInMemory(string userName)
    {
        var person = DemoPeople.All.Single(p => p.UserName == userName);
        await office.NewCase().SubmittedAsync();
        await office.NewCase().PortOpenedAsync();
        var visitor = await office.AsAsync(person);
        var memory = (MemoryCache)office.Portal.Services.GetRequiredService<IMemoryCache>();

        foreach (var line in Navigation.For(person.Organisation.Level).SelectMany(g => g.Items).Where(l => !NoLists.Contains(l.Url)))
        {
            memory.Clear();
            office.Portal.Commands.Clear();
            await visitor.OpenAsync(line.Url);
            Assert.True(office.Portal.Commands.Count <= Queries, $"{line.Url}: {string.Join("\n\n", office.Portal.Commands.Commands)}");
        }
    }
}
