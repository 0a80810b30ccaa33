using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow;
using PerformanceRecords.Workflow.Audit;

namespace PerformanceRecords.Web.Features.Enterprises;

/// <summary>企业与人员: a city's enterprises, and its word on who may file. The province and the auditor read along.</summary>
public sealed class EnterpriseDesk(AppDbContext db, AuditLog audit, Sessions sessions, TimeProvider clock)
{
    public const int PageSize = 20;

    public async Task<EnterprisesPage> ListAsync(Actor actor, EnterpriseView view, string text, Guid? after)
    {
        var rows = VisibleTo(db, actor);
        rows = view switch
        {
            EnterpriseView.Confirmed => rows.Where(o => o.ConfirmedAt != null),
            EnterpriseView.Refused => rows.Where(o => o.RefusedAt != null),
            _ => rows.Where(o => o.ConfirmedAt == null && o.RefusedAt == null),
        };
        if (text.Length > 0)
        {
            rows = rows.Where(o => o.Name.Contains(text) || o.CreditCode!.Contains(text) || o.ContactName!.Contains(text));
        }

        if (after is { } id && await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id) is { } last)
        {
            rows = rows.Where(o => o.RegisteredAt < last.RegisteredAt || (o.RegisteredAt == last.RegisteredAt && o.Id.CompareTo(last.Id) < 0));
        }

        var found = await rows.OrderByDescending(o => o.RegisteredAt).ThenByDescending(o => o.Id).Take(PageSize + 1)
            .Select(o => new EnterpriseRow(o.Id, o.Name, o.CreditCode!, o.RegionCode, o.ContactName, o.ContactPhone, o.RegisteredAt, o.ConfirmedAt, o.RefusedAt))
            .ToListAsync();
        var more = found.Count > PageSize;
        return new(view, text, [.. found.Take(PageSize)], more ? found[PageSize - 1].Id : null, after is not null);
    }

    public async Task<EnterpriseDetails> FindAsync(Actor actor, Guid id)
    {
        var enterprise = await VisibleTo(db, actor).FirstOrDefaultAsync(o => o.Id == id) ?? throw new NotFoundException("Enterprise", id);
        var people = await db.Users.AsNoTracking().Where(u => u.OrganisationId == id).OrderBy(u => u.CreatedAt)
            .Select(u => new EnterprisePerson(u.Id, u.FullName, u.UserName!, u.PhoneNumber, u.LastSignInAt, u.Disabled)).ToListAsync();
        return new(enterprise, people, actor.Level == Level.City);
    }

    /// <summary>The city says that the enterprise is who it says it is; from then on it may file.</summary>
    public async Task<Organisation> ConfirmAsync(Actor actor, Guid id, int version)
    {
        var enterprise = await ToDecideAsync(actor, id, version);
        enterprise.Confirm(actor.UserId, clock.GetUtcNow().UtcDateTime);
        audit.Add(actor, "enterprise.confirm", id);
        await SaveAsync(enterprise);
        return enterprise;
    }

    /// <summary>The city does not confirm, and says why; the enterprise may mend its details and ask again.</summary>
    public async Task<IReadOnlyCollection<Breach>> RefuseAsync(Actor actor, Guid id, int version, string reason)
    {
        var enterprise = await ToDecideAsync(actor, id, version);
        if (reason.Length is < 5 or > 500)
        {
            return [new("reason", "Reason", reason.Length == 0 ? "请写明不予确认的原因，企业会看到" : "原因应为 5 至 500 字")];
        }

        enterprise.Refuse(actor.UserId, reason, clock.GetUtcNow().UtcDateTime);
        audit.Add(actor, "enterprise.refuse", id, reason);
        await SaveAsync(enterprise);
        return [];
    }

    private async Task<Organisation> ToDecideAsync(Actor actor, Guid id, int version)
    {
        if (actor.Level != Level.City)
        {
            throw new NotFoundException("Enterprise", id);
        }

        var enterprise = await VisibleTo(db, actor).AsTracking().FirstOrDefaultAsync(o => o.Id == id) ?? throw new NotFoundException("Enterprise", id);
        return enterprise.Version == version ? enterprise : throw new StaleException("Enterprise", id);
    }

    private async Task SaveAsync(Organisation enterprise)
    {
        await db.SaveChangesAsync();
        foreach (var user in await db.Users.Where(u => u.OrganisationId == enterprise.Id).Select(u => u.Id).ToListAsync())
        {
            sessions.Forget(user);
        }
    }

    /// <summary>The enterprises somebody has to do with; regions are compared as ranges, so that the index on level and region serves them.</summary>
    internal static IQueryable<Organisation> VisibleTo(AppDbContext db, Actor actor)
    {
        var enterprises = db.Organisations.AsNoTracking().Where(o => o.Level == Level.Enterprise);
        var first = actor.RegionCode;
        var last = first[..4] + "99";
        return actor.Level switch
        {
            Level.City => enterprises.Where(o => o.RegionCode.CompareTo(first) >= 0 && o.RegionCode.CompareTo(last) <= 0),
            Level.Province or Level.Auditor => enterprises,
            _ => enterprises.Where(o => false),
        };
    }
}
