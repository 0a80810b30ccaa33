using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Identity;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Web.Features.Account;
using PerformanceRecords.Workflow;

namespace PerformanceRecords.Web.Features.Admin;

/// <summary>One line of the list of organisations.</summary>
public sealed record OrganisationRow(Guid Id, Level Level, string Name, string RegionCode, string? CreditCode, bool MayAct, int People);

/// <summary>A page of organisations, by level.</summary>
public sealed record OrganisationsPage(Level Level, string Text, IReadOnlyList<OrganisationRow> Rows, string? Next, bool Further);

/// <summary>One account as the administrator sees it.</summary>
public sealed record UserRow(
    Guid Id, string FullName, string UserName, string? Phone, bool MaySign, bool MayAdminister, bool Disabled, DateTimeOffset? LockedUntil, DateTime? LastSignInAt,
    Guid OrganisationId, string OrganisationName)
{
    public string Marks => AccountWords.MarksOf(MaySign, MayAdminister) is { } marks ? $"（{marks}）" : "";
}

/// <summary>One organisation with its accounts, and the form for another.</summary>
public sealed record OrganisationPage(Organisation Organisation, IReadOnlyList<UserRow> Users, UserForm Form, IReadOnlyCollection<Breach> Breaches);

/// <summary>A page of accounts.</summary>
public sealed record UsersPage(string Text, IReadOnlyList<UserRow> Rows, string? Next, bool Further);

/// <summary>The form for a new organisation.</summary>
public sealed record NewOrganisationPage(OrganisationForm Form, IReadOnlyCollection<Breach> Breaches);

/// <summary>Reads what the administrator sees.</summary>
public sealed class AdminPages(AppDbContext db)
{
    private const int PageSize = 20;

    public async Task<OrganisationsPage> OrganisationsAsync(Level level, string text, string? after)
    {
        var found = db.Organisations.AsNoTracking().Where(o => o.Level == level);
        if (text.Length > 0)
        {
            found = found.Where(o => o.Name.Contains(text) || o.CreditCode!.Contains(text));
        }

        if (after is not null)
        {
            found = found.Where(o => o.Name.CompareTo(after) > 0);
        }

        var rows = await found.OrderBy(o => o.Name).Take(PageSize + 1)
            .Select(o => new OrganisationRow(
                o.Id, o.Level, o.Name, o.RegionCode, o.CreditCode, o.Level != Level.Enterprise || o.ConfirmedAt != null, db.Users.Count(u => u.OrganisationId == o.Id)))
            .ToListAsync();
        return new(level, text, [.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Name : null, after is not null);
    }

    public async Task<OrganisationPage> OrganisationAsync(Guid id)
    {
        var organisation = await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id) ?? throw new NotFoundException("Organisation", id);
        var users = await Rows(db.Users.Where(u => u.OrganisationId == id), "").Take(200).ToListAsync();
        return new(organisation, users, new(), []);
    }

    public async Task<(UserRow User, Level Level)> UserAsync(Guid id)
    {
        var user = await Rows(db.Users.Where(u => u.Id == id), "").FirstOrDefaultAsync() ?? throw new NotFoundException("Account", id);
        return (user, await db.Organisations.Where(o => o.Id == user.OrganisationId).Select(o => o.Level).FirstAsync());
    }

    public async Task<UsersPage> UsersAsync(string text, string? after)
    {
        var rows = await Rows(after is null ? db.Users : db.Users.Where(u => u.UserName!.CompareTo(after) > 0), text).Take(PageSize + 1).ToListAsync();
        return new(text, [.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].UserName : null, after is not null);
    }

    private IQueryable<UserRow> Rows(IQueryable<User> users, string text) =>
        from u in users.AsNoTracking()
        join o in db.Organisations on u.OrganisationId equals o.Id
        where text == "" || u.FullName.Contains(text) || u.UserName!.Contains(text) || u.PhoneNumber!.Contains(text) || o.Name.Contains(text)
        orderby u.UserName
        select new UserRow(u.Id, u.FullName, u.UserName!, u.PhoneNumber, u.MaySign, u.MayAdminister, u.Disabled, u.LockoutEnd, u.LastSignInAt, o.Id, o.Name);
}
