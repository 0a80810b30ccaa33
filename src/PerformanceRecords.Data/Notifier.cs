using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Notifications;

namespace PerformanceRecords.Data;

/// <summary>What there is to tell.</summary>
/// <param name="Key">What happened, once: the same is not told twice to one person.</param>
public sealed record NewsItem(NotificationKind Kind, string Title, string Text, string Url, string Key, DateTime At);

/// <summary>
/// Writes notifications beside what happened, one for each person concerned, saved by the caller's next save. Reads people once per
/// organisation, so that thousands of steps in one transaction do not ask thousands of times.
/// </summary>
public sealed class Notifier(AppDbContext db)
{
    private readonly Dictionary<Guid, List<Guid>> people = [];
    private readonly HashSet<(Guid User, string Key)> told = [];
    private List<Guid>? province;

    /// <summary>Tells everybody of an organisation who may sign in.</summary>
    public async Task TellAsync(Guid organisationId, NewsItem news, CancellationToken cancellation) => Add(await PeopleAsync(organisationId, cancellation), news);

    /// <summary>Tells everybody of the province's office.</summary>
    public async Task TellProvinceAsync(NewsItem news, CancellationToken cancellation) => Add(await ProvinceAsync(cancellation), news);

    /// <summary>For whoever looks again and again; false when everybody knew.</summary>
    public async Task<bool> TellOnceAsync(Guid organisationId, NewsItem news, CancellationToken cancellation) =>
        await AddOnceAsync(await PeopleAsync(organisationId, cancellation), news, cancellation);

    /// <summary>For whoever looks again and again; false when everybody knew.</summary>
    public async Task<bool> TellProvinceOnceAsync(NewsItem news, CancellationToken cancellation) =>
        await AddOnceAsync(await ProvinceAsync(cancellation), news, cancellation);

    /// <summary>Those of the happenings that nobody of the province's office has to be told any more.</summary>
    public async Task<IReadOnlySet<string>> KnownToProvinceAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var users = await ProvinceAsync(cancellation);
        return await db.Notifications.Where(n => users.Contains(n.UserId) && keys.Contains(n.Key))
            .GroupBy(n => n.Key).Where(g => g.Count() == users.Count).Select(g => g.Key).ToHashSetAsync(cancellation);
    }

    private async Task<bool> AddOnceAsync(List<Guid> users, NewsItem news, CancellationToken cancellation)
    {
        var knowing = await db.Notifications.Where(n => users.Contains(n.UserId) && n.Key == news.Key).Select(n => n.UserId).ToListAsync(cancellation);
        List<Guid> others = [.. users.Except(knowing)];
        Add(others, news);
        return others.Count > 0;
    }

    private async Task<List<Guid>> ProvinceAsync(CancellationToken cancellation) => province ??= await (
        from u in db.Users
        join o in db.Organisations on u.OrganisationId equals o.Id
        where o.Level == Level.Province && !u.Disabled
        select u.Id).ToListAsync(cancellation);

    private async Task<List<Guid>> PeopleAsync(Guid organisationId, CancellationToken cancellation)
    {
        if (!people.TryGetValue(organisationId, out var found))
        {
            people[organisationId] = found = await db.Users.Where(u => u.OrganisationId == organisationId && !u.Disabled).Select(u => u.Id).ToListAsync(cancellation);
        }

        return found;
    }

    private void Add(List<Guid> users, NewsItem news) => db.Notifications.AddRange(users.Where(u => told.Add((u, news.Key))).Select(user => new Notification
    {
        UserId = user,
        Kind = news.Kind,
        Title = Cut(news.Title, 300),
        Text = Cut(news.Text, 1000),
        Url = news.Url,
        Key = news.Key,
        At = news.At,
    }));

    private static string Cut(string text, int length) => text.Length > length ? text[..(length - 1)] + "…" : text;
}
