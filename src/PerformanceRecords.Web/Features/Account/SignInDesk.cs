using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Web.Features.OneTimePasswords;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Features.Account;

/// <summary>Checks a name and a password. A name that does not exist is answered, and locked, like one that does.</summary>
public sealed class SignInDesk(
    UserManager<User> users, IPasswordHasher<User> hasher, AppDbContext db, PasswordIssuer issuer, SignInLog log, IMemoryCache cache, TimeProvider clock,
    IOptions<AccountOptions> options)
{
    // hashed once, so that unknown names take as long as known ones
    private static string? nobodysHash;

    private readonly AccountOptions rules = options.Value;

    public async Task<SignInAnswer> CheckAsync(string name, string password)
    {
        if (name.Length == 0 || password.Length == 0)
        {
            return Refuse(name.Length == 0 ? "请填写用户名。" : "请填写密码。");
        }

        var user = await FindAsync(name);
        if (user is null)
        {
            return Refuse(await RefuseUnknownAsync(name, password));
        }

        if (await users.IsLockedOutAsync(user))
        {
            return Refuse(Locked(user.LockoutEnd!.Value.UtcDateTime));
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            return Refuse(await CountFailureAsync(user));
        }

        if (user.Disabled)
        {
            return await TurnAwayAsync(user, "账号已停用", "这个账号已停用。请联系系统管理员。");
        }

        await users.ResetAccessFailedCountAsync(user);
        var until = await issuer.UntilAsync(user.Id);
        return until < clock.GetUtcNow().UtcDateTime
            ? await TurnAwayAsync(user, "一次性密码已过期", $"一次性密码已在 {DateText.Minute(until.Value)} 过期。请再要一个，见“忘记密码”。")
            : new(user, null, until is not null);
    }

    private async Task<string> CountFailureAsync(User user)
    {
        var failures = user.AccessFailedCount + 1;
        await (failures < rules.FailuresBeforeLockout
            ? log.FailedAsync(user, $"密码不对，连续第 {failures} 次")
            : log.LockedAsync(user, failures, rules.LockoutMinutes));
        await users.AccessFailedAsync(user);
        return await users.IsLockedOutAsync(user) ? Locked(user.LockoutEnd!.Value.UtcDateTime) : Wrong;
    }

    // the password was right: that it opened nothing is worth knowing
    private async Task<SignInAnswer> TurnAwayAsync(User user, string why, string words)
    {
        await log.FailedAsync(user, why);
        await db.SaveChangesAsync();
        return Refuse(words);
    }

    private static SignInAnswer Refuse(string words) => new(null, words, false);

    private string Wrong => $"用户名或密码不对。连续输错 {rules.FailuresBeforeLockout} 次将锁定 {rules.LockoutMinutes} 分钟。";

    private static string Locked(DateTime until) =>
        $"连续输错次数过多，已锁定到 {DateText.Minute(until)}。到时可以再试；忘了密码，见“忘记密码”，发一次性密码时一并解锁。";

    /// <summary>By user name; by mobile number; by the credit code of an enterprise that has one account.</summary>
    private async Task<User?> FindAsync(string name)
    {
        if (await users.FindByNameAsync(name) is { } named)
        {
            return named;
        }

        var phone = Phone.Normalize(name);
        var code = CreditCode.Normalize(name);
        var found = Phone.IsMobile(phone)
            ? await db.Users.Where(u => u.PhoneNumber == phone).OrderBy(u => u.Id).Take(2).ToListAsync()
            : CreditCode.IsValid(code)
                ? await db.Users.Where(u => db.Organisations.Any(o => o.Id == u.OrganisationId && o.CreditCode == code) && !u.Disabled).OrderBy(u => u.Id).Take(2).ToListAsync()
                : [];
        return found is [var only] ? only : null;
    }

    private async Task<string> RefuseUnknownAsync(string name, string password)
    {
        nobodysHash ??= hasher.HashPassword(null!, "nobody");
        hasher.VerifyHashedPassword(null!, nobodysHash, password);
        var now = clock.GetUtcNow().UtcDateTime;
        var key = ("unknown-name", name.ToUpperInvariant());
        var failures = cache.TryGetValue(key, out UnknownName? seen) && seen is not null ? seen : new(0, DateTime.MinValue);
        if (failures.LockedUntil > now)
        {
            return Locked(failures.LockedUntil);
        }

        var count = failures.Count + 1;
        var locked = count >= rules.FailuresBeforeLockout;
        var until = locked ? now.AddMinutes(rules.LockoutMinutes) : DateTime.MinValue;
        cache.Set(key, new UnknownName(locked ? 0 : count, until), TimeSpan.FromMinutes(rules.LockoutMinutes));
        if (locked)
        {
            await log.LockedAsync(name, count);
        }

        return locked ? Locked(until) : Wrong;
    }

    private sealed record UnknownName(int Count, DateTime LockedUntil);
}

/// <summary>What came of a name and a password.</summary>
/// <param name="MustChange">The password was a one-time one: it opens nothing but the page on which to choose another.</param>
public sealed record SignInAnswer(User? User, string? Refusal, bool MustChange);
