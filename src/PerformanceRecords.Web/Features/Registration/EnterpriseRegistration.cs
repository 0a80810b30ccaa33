using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Web.Features.Account;
using PerformanceRecords.Workflow.Audit;

namespace PerformanceRecords.Web.Features.Registration;

/// <summary>Registers an enterprise with its first account. It may sign in at once, and file when its city has confirmed it.</summary>
public sealed class EnterpriseRegistration(AppDbContext db, UserManager<User> users, AuditLog audit, TimeProvider clock)
{
    public async Task<(User? User, IReadOnlyCollection<Breach> Breaches)> RegisterAsync(RegistrationForm form)
    {
        List<Breach> breaches = [.. form.Check(), .. await TakenAsync(form)];
        if (breaches.Count > 0)
        {
            return (null, breaches);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var organisation = new Organisation
        {
            Level = Level.Enterprise,
            Name = form.OrganisationName,
            ShortName = Organisation.Shortened(form.OrganisationName),
            RegionCode = form.RegionCode,
            CreditCode = form.Code,
            ContactName = form.ContactName,
            ContactPhone = form.Mobile,
            RegisteredAt = now,
        };
        var user = new User
        {
            Id = RowId.New(),
            UserName = form.UserName,
            FullName = form.ContactName,
            PhoneNumber = form.Mobile,
            OrganisationId = organisation.Id,
            CreatedAt = now,
        };
        db.Organisations.Add(organisation);
        audit.Add(new(user.Id, user.FullName, Level.Enterprise, organisation.Id, organisation.Name, organisation.RegionCode), "enterprise.register", organisation.Id);
        try
        {
            // Identity saves everything that waits in the context, so enterprise and account come to be together
            var result = await users.CreateAsync(user, form.Password);
            return result.Succeeded ? (user, []) : (null, Named(result));
        }
        catch (DbUpdateException)
        {
            // somebody else registered the same code or name in this very moment
            db.ChangeTracker.Clear();
            breaches = await TakenAsync(form);
            if (breaches.Count == 0)
            {
                throw;
            }

            return (null, breaches);
        }
    }

    private async Task<List<Breach>> TakenAsync(RegistrationForm form)
    {
        var breaches = new List<Breach>();
        if (form.Code.Length > 0 && await db.Organisations.AnyAsync(o => o.CreditCode == form.Code))
        {
            breaches.Add(new("code-taken", nameof(form.Code), $"统一社会信用代码 {form.Code} 已注册。请用本单位已有的账号登录；要加开账号，请联系系统管理员"));
        }

        if (form.Mobile.Length > 0 && await db.Users.AnyAsync(u => u.PhoneNumber == form.Mobile))
        {
            breaches.Add(new("mobile-taken", nameof(form.Mobile), "这个手机号已用于另一个账号，请换一个，或直接用它登录"));
        }

        var name = users.NormalizeName(form.UserName);
        if (form.UserName.Length > 0 && await db.Users.AnyAsync(u => u.NormalizedUserName == name))
        {
            breaches.Add(new("user-taken", nameof(form.UserName), $"用户名“{form.UserName}”已有人使用，请换一个"));
        }

        return breaches;
    }

    private static IReadOnlyCollection<Breach> Named(IdentityResult result) =>
        [.. PasswordBreaches.From(result, nameof(RegistrationForm.Password))
            .Select(b => b.Code.Contains("UserName", StringComparison.Ordinal) ? b with { Field = nameof(RegistrationForm.UserName) } : b)];
}
