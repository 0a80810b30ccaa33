using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Audit;
using PerformanceRecords.Workflow.Audit;

namespace PerformanceRecords.Web.Security;

/// <summary>
/// 登录日志: who came, who was turned away and who left, with the address they came from, in the audit log. Each entry is saved by the save that counts the
/// failure or opens the session. Attempts while an account is locked add nothing, so that nobody can fill the log.
/// </summary>
public sealed class SignInLog(AppDbContext db, AuditLog audit, IHttpContextAccessor http, TimeProvider clock)
{
    private const int ShownOfAName = 2;

    public Task CameAsync(User user) => AddAsync(user, "account.sign-in", From);

    public Task FailedAsync(User user, string why) => AddAsync(user, "account.sign-in-failed", $"{why}；{From}");

    public Task LockedAsync(User user, int failures, int minutes) => AddAsync(user, "account.sign-in-locked", $"连续 {failures} 次密码不对，锁定 {minutes} 分钟；{From}");

    public void Left(Actor actor) => audit.Add(actor, "account.sign-out", actor.UserId, From);

    /// <summary>Somebody guesses at a name that does not exist. It is not kept whole: people type passwords into the wrong field.</summary>
    public async Task LockedAsync(string unknownName, int failures)
    {
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.GetUtcNow().UtcDateTime,
            UserId = Guid.Empty,
            UserName = $"{unknownName[..Math.Min(ShownOfAName, unknownName.Length)]}…",
            OrganisationId = Guid.Empty,
            OrganisationName = "没有这个账号",
            Action = "account.sign-in-locked",
            Subject = Guid.Empty.ToString(),
            Detail = $"用不存在的用户名（{unknownName.Length} 个字符）连续试了 {failures} 次；{From}",
        });
        await db.SaveChangesAsync();
    }

    private string From => $"来自 {http.HttpContext?.Connection.RemoteIpAddress switch { { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4(), var address => address }}";

    private async Task AddAsync(User user, string action, string detail)
    {
        var organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == user.OrganisationId)
            .Select(o => new { o.Level, o.Name, o.RegionCode }).SingleAsync();
        audit.Add(new Actor(user.Id, user.FullName, organisation.Level, user.OrganisationId, organisation.Name, organisation.RegionCode), action, user.Id, detail);
    }
}
