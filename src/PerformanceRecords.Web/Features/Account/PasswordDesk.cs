using Microsoft.AspNetCore.Identity;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Audit;

namespace PerformanceRecords.Web.Features.Account;

/// <summary>Changes passwords. Whoever has a session of the account anywhere has to sign in again.</summary>
public sealed class PasswordDesk(UserManager<User> users, Sessions sessions, AuditLog audit)
{
    public async Task<IReadOnlyCollection<Breach>> ChangeAsync(Actor actor, PasswordForm form)
    {
        var breaches = new List<Breach>();
        if (form.Current.Length == 0)
        {
            breaches.Add(new("current-missing", nameof(form.Current), "请填写现在的密码"));
        }

        if (form.New.Length == 0)
        {
            breaches.Add(new("new-missing", nameof(form.New), "请填写新密码"));
        }
        else if (form.New == form.Current)
        {
            breaches.Add(new("new-same", nameof(form.New), "新密码与现在的密码相同，请换一个"));
        }

        if (form.Again != form.New)
        {
            breaches.Add(new("again-differs", nameof(form.Again), "两次填写的新密码不一样，请再填一次"));
        }

        if (breaches.Count > 0)
        {
            return breaches;
        }

        var user = await users.FindByIdAsync(actor.UserId.ToString()) ?? throw new InvalidOperationException("The account is gone.");
        audit.Add(actor, "account.password", user.Id);
        var result = await users.ChangePasswordAsync(user, form.Current, form.New);
        if (!result.Succeeded)
        {
            return PasswordBreaches.From(result, nameof(form.New), nameof(form.Current));
        }

        await sessions.CloseAllAsync(user.Id);
        return [];
    }
}
