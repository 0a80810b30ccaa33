using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Web.Security;

/// <summary>
/// Who is signed in, kept in the database so that signing out, disabling an account or changing a password ends a session wherever its
/// cookie is. What is known of a person is remembered for a few seconds and forgotten at once on any change made here.
/// </summary>
public sealed class Sessions(AppDbContext db, SignInLog log, IMemoryCache cache, TimeProvider clock)
{
    public const string SessionClaim = "session";
    private const string Provider = "portal-session";
    private const int SessionsPerPerson = 10;
    private static readonly TimeSpan Remember = TimeSpan.FromSeconds(5);

    private static readonly PerModel<Compiled> Queries = new();

    /// <summary>Begins a session and returns what its cookie says.</summary>
    public async Task<ClaimsPrincipal> OpenAsync(User user)
    {
        var kept = await db.UserTokens.Where(t => t.UserId == user.Id && t.LoginProvider == Provider).ToListAsync();
        db.UserTokens.RemoveRange(kept.OrderByDescending(t => t.Value, StringComparer.Ordinal).Skip(SessionsPerPerson - 1));
        var name = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var now = clock.GetUtcNow().UtcDateTime;
        db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = user.Id, LoginProvider = Provider, Name = name, Value = now.ToString("O") });
        user.LastSignInAt = now;
        await log.CameAsync(user);
        await db.SaveChangesAsync();
        Forget(user.Id);
        Claim[] claims = [new(ClaimTypes.NameIdentifier, user.Id.ToString()), new(ClaimTypes.Name, user.FullName), new(SessionClaim, name)];
        return new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>The person behind a cookie, or null where the session has ended.</summary>
    public async ValueTask<Actor?> FindAsync(ClaimsPrincipal principal)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var userId)
            || principal.FindFirstValue(SessionClaim) is not { } session)
        {
            return null;
        }

        // a session that is not remembered may have been opened by another instance a moment ago
        if (!cache.TryGetValue(Key(userId), out Account? account) || account?.Sessions.Contains(session) != true)
        {
            account = cache.Set(Key(userId), await LoadAsync(userId), Remember);
        }

        return account is not null && account.Sessions.Contains(session) ? account.Actor : null;
    }

    /// <summary>Signs out here, and only here.</summary>
    public async Task CloseAsync(ClaimsPrincipal principal, Actor actor)
    {
        var session = principal.FindFirstValue(SessionClaim);
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.UserTokens.Where(t => t.UserId == actor.UserId && t.LoginProvider == Provider && t.Name == session).ExecuteDeleteAsync() > 0)
        {
            log.Left(actor);
            await db.SaveChangesAsync();
        }

        await transaction.CommitAsync();
        Forget(actor.UserId);
    }

    /// <summary>Ends every session of a person, for a changed password or a disabled account.</summary>
    public async Task CloseAllAsync(Guid userId)
    {
        await db.UserTokens.Where(t => t.UserId == userId && t.LoginProvider == Provider).ExecuteDeleteAsync();
        Forget(userId);
    }

    /// <summary>What is known of a person is read anew, after a change to the account or its organisation.</summary>
    public void Forget(Guid userId) => cache.Remove(Key(userId));

    private async Task<Account?> LoadAsync(Guid userId)
    {
        Actor? actor = null;
        var sessions = new HashSet<string>();
        await foreach (var row in Queries.For(db).Load(db, userId))
        {
            actor ??= row.ToActor();
            sessions.Add(row.Session);
        }

        return actor is null ? null : new(actor, sessions);
    }

    private static (string, Guid) Key(Guid userId) => ("account", userId);

    private sealed record Account(Actor Actor, HashSet<string> Sessions);

    private sealed class Compiled
    {
        // one row per session
        public readonly Func<AppDbContext, Guid, IAsyncEnumerable<AccountRow>> Load = EF.CompileAsyncQuery((AppDbContext db, Guid userId) =>
            from user in db.Users.AsNoTracking()
            join organisation in db.Organisations on user.OrganisationId equals organisation.Id
            join token in db.UserTokens on user.Id equals token.UserId
            where user.Id == userId && !user.Disabled && token.LoginProvider == Provider
            select new AccountRow(
                user.Id, user.FullName, organisation.Level, organisation.Id, organisation.Name, organisation.RegionCode, organisation.ConfirmedAt != null,
                user.MaySign, user.MayAdminister, token.Name));
    }

    private sealed record AccountRow(
        Guid UserId, string FullName, Level Level, Guid OrganisationId, string OrganisationName, string RegionCode, bool Confirmed, bool MaySign, bool MayAdminister,
        string Session)
    {
        public Actor ToActor() => new(UserId, FullName, Level, OrganisationId, OrganisationName, RegionCode)
        {
            Confirmed = Level != Level.Enterprise || Confirmed,
            MaySign = MaySign,
            MayAdminister = MayAdminister,
        };
    }
}
