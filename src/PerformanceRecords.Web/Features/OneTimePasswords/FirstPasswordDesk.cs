using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Web.Features.Account;
using PerformanceRecords.Workflow.Audit;

namespace PerformanceRecords.Web.Features.OneTimePasswords;

/// <summary>Takes whoever came with a one-time password to a password of their own; until then there is no session.</summary>
public sealed class FirstPasswordDesk(
    AppDbContext db, UserManager<User> users, PasswordIssuer issuer, AuditLog audit, IDataProtectionProvider protection)
{
    private static readonly TimeSpan TimeToChoose = TimeSpan.FromMinutes(20);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("PerformanceRecords.FirstPassword").ToTimeLimitedDataProtector();

    /// <summary>Says that this person has just given the right one-time password. A newer password makes it worthless.</summary>
    public string TicketFor(User user) => protector.Protect($"{user.Id}|{user.SecurityStamp}", TimeToChoose);

    /// <summary>The person, once the password is theirs; neither person nor breach where the ticket is no longer good.</summary>
    public async Task<(User? User, IReadOnlyCollection<Breach> Breaches)> SetAsync(FirstPasswordForm form)
    {
        if (await FindAsync(form.Ticket) is not { } user)
        {
            return (null, []);
        }

        List<Breach> breaches = [.. form.Check()];
        if (breaches.Count == 0 && await users.CheckPasswordAsync(user, form.New))
        {
            breaches.Add(new("new-same", nameof(form.New), "这就是那个一次性密码，请换成自己的"));
        }

        if (breaches.Count == 0)
        {
            breaches.AddRange(await UnfitAsync(user, form.New));
        }

        if (breaches.Count > 0)
        {
            return (null, breaches);
        }

        user.PasswordHash = users.PasswordHasher.HashPassword(user, form.New);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        await issuer.EndAsync(user.Id);
        var organisation = await db.Organisations.AsNoTracking().FirstAsync(o => o.Id == user.OrganisationId);
        audit.Add(new Actor(user.Id, user.FullName, organisation.Level, organisation.Id, organisation.Name, organisation.RegionCode), "account.password", user.Id);
        await db.SaveChangesAsync();
        return (user, []);
    }

    private async Task<User?> FindAsync(string ticket)
    {
        try
        {
            return protector.Unprotect(ticket).Split('|') is [var id, var stamp]
                && await users.FindByIdAsync(id) is { Disabled: false } user
                && user.SecurityStamp == stamp ? user : null;
        }
        catch (CryptographicException)
        {
            // too old, or not ours
            return null;
        }
    }

    private async Task<IReadOnlyCollection<Breach>> UnfitAsync(User user, string password)
    {
        var results = new List<IdentityResult>();
        foreach (var validator in users.PasswordValidators)
        {
            results.Add(await validator.ValidateAsync(users, user, password));
        }

        return [.. results.SelectMany(result => PasswordBreaches.From(result, nameof(FirstPasswordForm.New)))];
    }
}
