using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Web.Features.OneTimePasswords;

/// <summary>A bureau that helps the enterprises registered with it.</summary>
public sealed record HelpingBureau(string RegionCode, string Name, string? Phone);

/// <summary>Whom to ask about a forgotten password.</summary>
public sealed class PasswordHelp(AppDbContext db)
{
    /// <summary>The bureaus of the cities, in the order of their codes.</summary>
    public Task<List<HelpingBureau>> BureausAsync() =>
        db.Organisations.AsNoTracking().Where(o => o.Level == Level.City).OrderBy(o => o.RegionCode).ThenBy(o => o.Name)
            .Select(o => new HelpingBureau(o.RegionCode, o.Name, o.ContactPhone)).ToListAsync();
}
