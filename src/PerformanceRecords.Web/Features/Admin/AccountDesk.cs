using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Web.Features.OneTimePasswords;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow;
using PerformanceRecords.Workflow.Audit;

namespace PerformanceRecords.Web.Features.Admin;

/// <summary>What the administrator does with organisations and accounts. A new account begins with a one-time password.</summary>
public sealed class AccountDesk(AppDbContext db, UserManager<User> users, PasswordIssuer issuer, Sessions sessions, AuditLog audit, TimeProvider clock)
{
    public async Task<(Guid Id, IReadOnlyCollection<Breach> Breaches)> AddOrganisationAsync(Actor actor, OrganisationForm form)
    {
        List<Breach> breaches = [.. form.Check()];
        if (breaches.Count == 0 && await db.Organisations.AnyAsync(o => o.Level == form.Level && o.RegionCode == form.FullRegion && o.Name == form.Name))
        {
            breaches.Add(new("name-taken", nameof(form.Name), "这个单位已经有了"));
        }

        if (breaches.Count > 0)
        {
            return (Guid.Empty, breaches);
        }

        var organisation = new Organisation
        {
            Level = form.Level!.Value,
            Name = form.Name,
            ShortName = form.ShortName.Length > 0 ? form.ShortName : Organisation.Shortened(form.Name),
            RegionCode = form.FullRegion,
            LetterSeries = form.LetterSeries.Length > 0 ? form.LetterSeries : null,
            RegisteredAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Organisations.Add(organisation);
        audit.Add(actor, "organisation.add", organisation.Id, organisation.Name);
        await db.SaveChangesAsync();
        return (organisation.Id, []);
    }

    public async Task<(OneTimePassword? Password, IReadOnlyCollection<Breach> Breaches)> AddUserAsync(Actor actor, Guid organisationId, UserForm form)
    {
        if (!await db.Organisations.AnyAsync(o => o.Id == organisationId))
        {
            throw new NotFoundException("Organisation", organisationId);
        }

        List<Breach> breaches = [.. form.Check()];
        if (form.Mobile.Length > 0 && await db.Users.AnyAsync(u => u.PhoneNumber == form.Mobile))
        {
            breaches.Add(new("mobile-taken", nameof(form.Mobile), "这个手机号已用于另一个账号"));
        }

        if (breaches.Count > 0)
        {
            return (null, breaches);
        }

        var user = new User
        {
            Id = RowId.New(),
            UserName = form.UserName,
            FullName = form.FullName,
            PhoneNumber = form.Mobile.Length > 0 ? form.Mobile : null,
            OrganisationId = organisationId,
            MaySign = form.MaySign,
            MayAdminister = form.MayAdminister,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        audit.Add(actor, "account.add", user.Id, user.UserName);
        var password = await issuer.IssueAsync(user);
        var result = await users.CreateAsync(user);
        return result.Succeeded
            ? (password, [])
            : (null, [.. result.Errors.Select(e => new Breach(e.Code, nameof(form.UserName), e.Description))]);
    }

    public async Task<User> UnlockAsync(Actor actor, Guid userId)
    {
        var user = await FindAsync(userId);
        audit.Add(actor, "account.unlock", userId);
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        await db.SaveChangesAsync();
        return user;
    }

    /// <summary>Null where it is refused: nobody locks themselves out.</summary>
    public async Task<User?> SetDisabledAsync(Actor actor, Guid userId, bool disabled)
    {
        if (userId == actor.UserId)
        {
            return null;
        }

        var user = await FindAsync(userId);
        user.Disabled = disabled;
        audit.Add(actor, disabled ? "account.disable" : "account.enable", userId);
        await db.SaveChangesAsync();
        await sessions.CloseAllAsync(userId);
        return user;
    }

    /// <summary>本单位管理员; whoever is signed in has it, or has it no more, with the next click.</summary>
    public async Task<User> SetAdministersAsync(Actor actor, Guid userId, bool administers)
    {
        var user = await FindAsync(userId);
        user.MayAdminister = administers;
        audit.Add(actor, administers ? "account.appoint" : "account.dismiss", userId);
        await db.SaveChangesAsync();
        sessions.Forget(userId);
        return user;
    }

    private async Task<User> FindAsync(Guid userId) =>
        await users.FindByIdAsync(userId.ToString()) ?? throw new NotFoundException("Account", userId);
}
