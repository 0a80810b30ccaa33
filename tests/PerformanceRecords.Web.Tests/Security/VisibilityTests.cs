using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Web.Tests.Features;
using Xunit;

namespace PerformanceRecords.Web.Tests.Security;

/// <summary>Who sees a case is said once for queries and once for a case at hand; the two must agree.</summary>
public sealed class VisibilityTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    [Fact]
    public async Task ACaseAtHand_IsVisibleToWhomAQueryShowsIt()
    {
        await office.NewCase().DraftedAsync();
        await office.NewCase().SubmittedAsync();
        await office.NewCase().PortOpenedAsync();
        await using var db = office.Portal.OpenDatabase();
        var all = await db.Applications.AsNoTracking().ToListAsync();
        Assert.Contains(all, a => a.Stage == Stage.Draft);

        foreach (var actor in DemoPeople.All.Select(Office.Actor))
        {
            var queried = await db.Applications.VisibleTo(actor).Select(a => a.Id).ToListAsync();
            Assert.Equal(queried.Order(), all.Where(a => a.IsVisibleTo(actor)).Select(a => a.Id).Order());
        }
    }
}
