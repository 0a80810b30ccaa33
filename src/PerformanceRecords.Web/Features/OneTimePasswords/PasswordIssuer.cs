using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Features.OneTimePasswords;

/// <summary>
/// 一次性密码: made here, shown once to whoever vouches for the person, good for some days. It opens nothing but the page on which the
/// person chooses a password of their own.
/// </summary>
public sealed class PasswordIssuer(AppDbContext db, UserManager<User> users, TimeProvider clock, IOptions<AccountOptions> rules)
{
    // kept as a token of the account: its value is when the password expires
    private const string Provider = "portal-password";
    private const string Name = "one-time";

    // without letters and digits that look alike, because people read them out
    private const string Signs = "abcdefghijkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    /// <summary>Gives the account a password to be changed, and unlocks it; saved with the caller's next save.</summary>
    public async Task<OneTimePassword> IssueAsync(User user)
    {
        var password = $"{RandomNumberGenerator.GetString(Signs, 4)}-{RandomNumberGenerator.GetString(Digits, 4)}-{RandomNumberGenerator.GetString(Signs, 4)}";
        var until = clock.GetUtcNow().UtcDateTime.AddDays(rules.Value.OneTimePasswordDays);
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        var value = until.ToString("O", CultureInfo.InvariantCulture);
        if (await MarkOf(user.Id).FirstOrDefaultAsync() is { } mark)
        {
            mark.Value = value;
        }
        else
        {
            db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = user.Id, LoginProvider = Provider, Name = Name, Value = value });
        }

        return new(password, until);
    }

    /// <summary>Until when the account's password is a one-time one; null where the person chose it.</summary>
    public async Task<DateTime?> UntilAsync(Guid userId) =>
        await MarkOf(userId).Select(t => t.Value).FirstOrDefaultAsync() is { } value
            ? DateTime.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
            : null;

    /// <summary>The person chose a password of their own; saved with the caller's next save.</summary>
    public async Task EndAsync(Guid userId) => db.UserTokens.RemoveRange(await MarkOf(userId).ToListAsync());

    private IQueryable<IdentityUserToken<Guid>> MarkOf(Guid userId) =>
        db.UserTokens.Where(t => t.UserId == userId && t.LoginProvider == Provider && t.Name == Name);
}

/// <summary>A password to be read out once, and the moment it stops working.</summary>
public sealed record OneTimePassword(string Text, DateTime Until);
