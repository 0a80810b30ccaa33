using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Web.Features.OneTimePasswords;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Hosting;

/// <summary>
/// The account everything else is kept with: made on the server for a new portal, and given a one-time password again there when no
/// administrator is left who could.
/// </summary>
public sealed class FirstAdministrator(
    AppDbContext db, UserManager<User> users, PasswordIssuer issuer, Sessions sessions, PortalOptions portal, TimeProvider clock)
{
    /// <summary>The one-time password of that administrator, or why there is none.</summary>
    public async Task<(OneTimePassword? Password, string? Problem)> PrepareAsync(string userName)
    {
        if (userName.Length is < 2 or > 50 || userName.All(char.IsDigit))
        {
            return (null, "Name the account, in 2 to 50 characters that are not all digits: -- administrator NAME");
        }

        var user = await users.FindByNameAsync(userName);
        if (user is not null && !await db.Organisations.AnyAsync(o => o.Id == user.OrganisationId && o.Level == Level.Administrator))
        {
            return (null, $"{userName} is no administrator's account. An administrator gives it a one-time password in the portal.");
        }

        if (user is not null)
        {
            var again = await issuer.IssueAsync(user);
            user.Disabled = false;
            await db.SaveChangesAsync();
            await sessions.CloseAllAsync(user.Id);
            return (again, null);
        }

        user = await AddAsync(userName);
        var password = await issuer.IssueAsync(user);
        var result = await users.CreateAsync(user);
        return result.Succeeded ? (password, null) : (null, string.Join(' ', result.Errors.Select(e => e.Description)));
    }

    private async Task<User> AddAsync(string userName)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var office = await db.Organisations.Where(o => o.Level == Level.Administrator).OrderBy(o => o.RegisteredAt).FirstOrDefaultAsync();
        if (office is null)
        {
            office = new Organisation { Level = Level.Administrator, Name = portal.Organiser, ShortName = portal.Organiser, RegionCode = Regions.Province, RegisteredAt = now };
            db.Organisations.Add(office);
        }

        return new() { Id = RowId.New(), UserName = userName, FullName = userName, OrganisationId = office.Id, CreatedAt = now };
    }
}
