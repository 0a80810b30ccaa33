using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow;
using PerformanceRecords.Workflow.Audit;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Admin;

/// <summary>Changes what is there: bureaus are renamed, people move on. What was filed and signed keeps the names it was done under.</summary>
public sealed class ChangeDesk(AppDbContext db, Sessions sessions, OrganisationNames names, AuditLog audit)
{
    public async Task<(Organisation Organisation, IReadOnlyCollection<Breach> Breaches)> ChangeAsync(Actor actor, Guid id, OrganisationChange form)
    {
        var organisation = await db.Organisations.FirstOrDefaultAsync(o => o.Id == id) ?? throw new NotFoundException("Organisation", id);
        if (form.Check(organisation.Level).ToList() is { Count: > 0 } breaches)
        {
            return (organisation, breaches);
        }

        if (organisation.Version != form.Version)
        {
            throw new StaleException("Organisation", id);
        }

        audit.Add(actor, "organisation.change", id, organisation.Name == form.Name ? form.Name : $"{organisation.Name} → {form.Name}");
        organisation.Name = form.Name;
        organisation.ShortName = form.ShortName.Length > 0 ? form.ShortName : Organisation.Shortened(form.Name);
        organisation.ContactName = form.ContactName.Length > 0 ? form.ContactName : null;
        organisation.ContactPhone = form.ContactPhone.Length > 0 ? form.ContactPhone : null;
        if (organisation.Level is Level.City or Level.Province)
        {
            organisation.LetterSeries = form.LetterSeries.Length > 0 ? form.LetterSeries : null;
        }
        else if (organisation.Level == Level.Enterprise)
        {
            organisation.RegionCode = form.RegionCode;
        }

        organisation.Version++;
        await db.SaveChangesAsync();
        names.Forget();
        foreach (var user in await db.Users.Where(u => u.OrganisationId == id).Select(u => u.Id).ToListAsync())
        {
            sessions.Forget(user);
        }

        return (organisation, []);
    }

    /// <summary>Who may sign off letters is said here too; it holds with the person's next click.</summary>
    public async Task<IReadOnlyCollection<Breach>> ChangeAsync(Actor actor, Guid id, UserChange form)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == id) ?? throw new NotFoundException("Account", id);
        List<Breach> breaches = [.. form.Check()];
        if (form.Mobile.Length > 0 && await db.Users.AnyAsync(u => u.PhoneNumber == form.Mobile && u.Id != id))
        {
            breaches.Add(new("mobile-taken", nameof(form.Mobile), "这个手机号已用于另一个账号"));
        }

        if (breaches.Count > 0)
        {
            return breaches;
        }

        user.FullName = form.FullName;
        user.PhoneNumber = form.Mobile.Length > 0 ? form.Mobile : null;
        user.MaySign = form.MaySign && await db.Organisations.AnyAsync(o => o.Id == user.OrganisationId && (o.Level == Level.City || o.Level == Level.Province));
        audit.Add(actor, "account.change", id, $"{user.UserName} {user.FullName}{(user.MaySign ? "，签发人" : "")}");
        await db.SaveChangesAsync();
        sessions.Forget(id);
        return [];
    }
}
