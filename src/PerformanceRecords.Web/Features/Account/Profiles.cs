using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Web.Features.Account;

/// <summary>What a person sees about themselves.</summary>
public sealed record Profile(
    string UserName, string FullName, string? Phone, bool MaySign, bool MayAdminister, DateTime? LastSignInAt, Organisation Organisation, IReadOnlyList<Colleague> Colleagues);

/// <summary>Another account of the same organisation.</summary>
public sealed record Colleague(string FullName, string? Phone, bool MaySign, bool MayAdminister, bool Disabled);

/// <summary>Reads profiles.</summary>
public sealed class Profiles(AppDbContext db)
{
    public async Task<Profile> OfAsync(Actor actor)
    {
        var user = await db.Users.AsNoTracking().FirstAsync(u => u.Id == actor.UserId);
        var organisation = await db.Organisations.AsNoTracking().FirstAsync(o => o.Id == actor.OrganisationId);
        var colleagues = await db.Users.AsNoTracking()
            .Where(u => u.OrganisationId == actor.OrganisationId && u.Id != actor.UserId)
            .OrderBy(u => u.FullName)
            .Take(50)
            .Select(u => new Colleague(u.FullName, u.PhoneNumber, u.MaySign, u.MayAdminister, u.Disabled))
            .ToListAsync();
        return new(user.UserName!, user.FullName, user.PhoneNumber, user.MaySign, user.MayAdminister, user.LastSignInAt, organisation, colleagues);
    }
}
