using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Data.Seeding;

/// <summary>Brings the demo people into a database.</summary>
public static class DemoPeopleSeeding
{
    /// <summary>Adds what is missing and leaves alone what is there, so it may run at every start.</summary>
    /// <param name="password">The one password of all of them; a demonstration has no secrets.</param>
    public static async Task AddDemoPeopleAsync(this AppDbContext db, string password, DateTime now, CancellationToken cancellation = default)
    {
        var organisations = DemoPeople.Organisations.Select(o => o.Id).ToList();
        var people = DemoPeople.All.Select(p => p.Id).ToList();
        var knownOrganisations = await db.Organisations.Where(o => organisations.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancellation);
        var knownPeople = await db.Users.Where(u => people.Contains(u.Id)).Select(u => u.Id).ToListAsync(cancellation);
        foreach (var demo in DemoPeople.Organisations.Where(o => !knownOrganisations.Contains(o.Id)))
        {
            db.Organisations.Add(Organisation(demo, now));
        }

        // hashing is slow on purpose, and they all have the same password
        var hash = knownPeople.Count == DemoPeople.All.Count ? null : new PasswordHasher<User>().HashPassword(null!, password);
        foreach (var demo in DemoPeople.All.Where(p => !knownPeople.Contains(p.Id)))
        {
            db.Users.Add(User(demo, hash, now));
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static Organisation Organisation(DemoOrganisation demo, DateTime now)
    {
        var organisation = new Organisation
        {
            Id = demo.Id,
            Level = demo.Level,
            Name = demo.Name,
            ShortName = demo.ShortName,
            RegionCode = demo.RegionCode,
            CreditCode = demo.CreditCode,
            LetterSeries = demo.LetterSeries,
            ContactPhone = demo.Phone,
            RegisteredAt = now,
        };
        if (demo.Level == Level.Enterprise)
        {
            var person = DemoPeople.All.First(p => p.Organisation == demo);
            organisation.ContactName = person.FullName;
            organisation.ContactPhone = person.Phone;
            organisation.Confirm(DemoPeople.All.First(p => p.Organisation.Level == Level.City).Id, now);
        }

        return organisation;
    }

    private static User User(DemoPerson demo, string? hash, DateTime now) => new()
    {
        Id = demo.Id,
        UserName = demo.UserName,
        NormalizedUserName = demo.UserName.ToUpperInvariant(),
        FullName = demo.FullName,
        PhoneNumber = demo.Phone,
        OrganisationId = demo.Organisation.Id,
        MaySign = demo.MaySign,
        MayAdminister = demo.MayAdminister,
        PasswordHash = hash,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        LockoutEnabled = true,
        CreatedAt = now,
    };
}
