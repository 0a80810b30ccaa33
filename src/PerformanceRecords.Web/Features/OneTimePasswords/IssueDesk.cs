using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Web.Features.Enterprises;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow;
using PerformanceRecords.Workflow.Audit;

namespace PerformanceRecords.Web.Features.OneTimePasswords;

/// <summary>A person who forgot the password, as whoever may help sees them.</summary>
public sealed record PersonToHelp(Guid Id, string FullName, string UserName, string? Phone, bool Disabled, Guid OrganisationId, string OrganisationName, string? ContactPhone);

/// <summary>Gives one-time passwords to people who forgot theirs: the city to the enterprises registered with it, the administrator to everybody.</summary>
public sealed class IssueDesk(AppDbContext db, UserManager<User> users, PasswordIssuer issuer, Sessions sessions, AuditLog audit)
{
    private const int LongestCheck = 200;

    public async Task<PersonToHelp> FindAsync(Actor actor, Guid userId) => await (
        from u in db.Users.AsNoTracking()
        join o in actor.Level == Level.Administrator ? db.Organisations.AsNoTracking() : EnterpriseDesk.VisibleTo(db, actor) on u.OrganisationId equals o.Id
        where u.Id == userId
        select new PersonToHelp(u.Id, u.FullName, u.UserName!, u.PhoneNumber, u.Disabled, o.Id, o.Name, o.ContactPhone)).FirstOrDefaultAsync()
        ?? throw new NotFoundException("Account", userId);

    /// <summary>Every session of the account ends. How the person was recognised is kept in the audit log.</summary>
    public async Task<(OneTimePassword? Password, IReadOnlyCollection<Breach> Breaches)> IssueAsync(Actor actor, Guid userId, string check)
    {
        var person = await FindAsync(actor, userId);
        if (Refuse(actor, person, check) is { } breach)
        {
            return (null, [breach]);
        }

        var user = await users.FindByIdAsync(userId.ToString()) ?? throw new NotFoundException("Account", userId);
        var password = await issuer.IssueAsync(user);
        audit.Add(actor, "account.one-time-password", userId, $"{person.OrganisationName} {person.FullName}：{check}");
        await db.SaveChangesAsync();
        await sessions.CloseAllAsync(userId);
        return (password, []);
    }

    private static Breach? Refuse(Actor actor, PersonToHelp person, string check) =>
        person.Id == actor.UserId ? new("own", "Check", "这是您自己的账号。请在“我的账号”里修改密码")
        : person.Disabled ? new("disabled", "Check", "这个账号已停用，恢复以后才能发一次性密码")
        : check.Length == 0 ? new("check-missing", "Check", "请写明怎样核对了本人，例如：电话回拨登记手机号，报出信用代码")
        : check.Length is < 4 or > LongestCheck ? new("check-length", "Check", $"请用 4 至 {LongestCheck} 字写明怎样核对了本人")
        : null;
}
