using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Notifications;
using PerformanceRecords.Domain.Permits;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Sync.Desk;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>The counters behind the lines of the side menu, kept for ten seconds per person so that no page pays for them.</summary>
public sealed class NavigationCounts(IServiceScopeFactory scopes, IMemoryCache cache, TimeProvider clock)
{
    /// <summary>消息 that this person has not read.</summary>
    public const string Unread = "unread";

    /// <summary>Not zero while the national platform is down.</summary>
    public const string Outage = "outage";

    private const int Most = 1000;

    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(10);

    /// <summary>Counter name → number; a counter that is not there is not shown.</summary>
    public ValueTask<IReadOnlyDictionary<string, int>> ForAsync(Actor actor) =>
        cache.TryGetValue(Key(actor), out IReadOnlyDictionary<string, int>? counts) && counts is not null
            ? ValueTask.FromResult(counts)
            : new(CountAsync(actor));

    /// <summary>After a step was taken, whoever took it sees the change at once.</summary>
    public void Forget(Actor actor) => cache.Remove(Key(actor));

    private static (string, Guid) Key(Actor actor) => ("navigation", actor.UserId);

    private async Task<IReadOnlyDictionary<string, int>> CountAsync(Actor actor)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var counts = actor.Level switch
        {
            Level.Enterprise => await OfEnterpriseAsync(db, actor),
            Level.Province => await OfProvinceAsync(db, actor),
            Level.Auditor or Level.Administrator => await OfReaderAsync(db, actor),
            _ => await OfBureauAsync(db, actor),
        };
        return cache.Set(Key(actor), counts, Keep);
    }

    // each is one statement, however many counters there are: every list page pays for it when the cache is cold
    private async Task<IReadOnlyDictionary<string, int>> OfEnterpriseAsync(AppDbContext db, Actor actor)
    {
        var (me, today) = (actor.OrganisationId, clock.TodayInChina());
        var open = db.Applications.AsNoTracking().Where(a => a.EnterpriseId == me && a.ClosedAt == null);
        var ports = db.SupplementPorts.Where(p => p.EnterpriseId == me && p.ClosedAt == null && p.SubmissionsUsed == 0 && p.ExpiresOn >= today);
        var news = News(db, actor);
        var outages = Outages(db);
        return await One(db, me).Select(_ => new Dictionary<string, int>
        {
            { "applications", open.Count(a => a.Stage != Stage.Draft) },
            { "drafts", open.Count(a => a.Stage == Stage.Draft) },
            { "returned", open.Count(a => a.Stage == Stage.Amendment) },
            { "ports", ports.Count() },
            { Unread, news.Count() },
            { Outage, outages.Count() },
        }).SingleAsync();
    }

    private async Task<IReadOnlyDictionary<string, int>> OfBureauAsync(AppDbContext db, Actor actor)
    {
        var (me, today) = (actor.OrganisationId, clock.TodayInChina());
        var held = db.Applications.AsNoTracking().Where(a => a.HolderId == me);
        var permits = db.InboundPermits.VisibleTo(actor).Where(p => p.State == PermitState.Waiting).OrderBy(p => p.ReceivedAt).Take(Most);
        var (registrations, news) = (Registrations(db, actor), News(db, actor));
        var outages = Outages(db);
        return await One(db, me).Select(_ => new Dictionary<string, int>
        {
            { "reviews", held.Count() },
            { "overdue", held.Count(a => a.DueOn < today) },
            { "today", held.Count(a => a.DueOn == today) },
            { "letters", held.Count(a => a.Stage == Stage.CityLetter || a.Stage == Stage.ProvinceLetter) },
            { "registrations", registrations.Count() },
            { "permits", permits.Count() },
            { Unread, news.Count() },
            { Outage, outages.Count() },
        }).SingleAsync();
    }

    private static async Task<IReadOnlyDictionary<string, int>> OfReaderAsync(AppDbContext db, Actor actor)
    {
        var (news, outages) = (News(db, actor), Outages(db));
        return await One(db, actor.OrganisationId).Select(_ => new Dictionary<string, int>
        {
            { Unread, news.Count() },
            { Outage, outages.Count() },
        }).SingleAsync();
    }

    private async Task<IReadOnlyDictionary<string, int>> OfProvinceAsync(AppDbContext db, Actor actor)
    {
        var (me, today) = (actor.OrganisationId, clock.TodayInChina());
        var held = db.Applications.AsNoTracking().Where(a => a.HolderId == me);
        var news = News(db, actor);
        var refused = PushState.NeedsPerson;
        var late = DeadlineList.Late(db, clock.GetUtcNow().UtcDateTime);
        var permits = db.InboundPermits.VisibleTo(actor).Where(p => p.State == PermitState.Waiting).OrderBy(p => p.ReceivedAt).Take(Most);
        var outages = Outages(db);
        return await One(db, me).Select(_ => new Dictionary<string, int>
        {
            { "reviews", held.Count() },
            { "overdue", held.Count(a => a.DueOn < today) },
            { "today", held.Count(a => a.DueOn == today) },
            { "letters", held.Count(a => a.Stage == Stage.CityLetter || a.Stage == Stage.ProvinceLetter) },
            { "permits", permits.Count() },
            { "push", db.PushMessages.WithPeople().Count(m => m.State == refused) },
            { "deadlines", late.Count() },
            { "drift", db.MirroredSections.Count(m => m.DriftSince != null) },
            { Unread, news.Count() },
            { Outage, outages.Count() },
        }).SingleAsync();
    }

    private static IQueryable<Notification> News(AppDbContext db, Actor actor) => db.Notifications.Where(n => n.UserId == actor.UserId && n.ReadAt == null);

    private static IQueryable<PushChannel> Outages(AppDbContext db) =>
        db.PushChannels.Where(c => c.Destination == Destination.NationalPlatform && c.State == ChannelState.Outage);

    // only a city confirms enterprises
    private static IQueryable<Organisation> Registrations(AppDbContext db, Actor actor)
    {
        var (first, last) = actor.Level == Level.City ? (actor.RegionCode, actor.RegionCode[..4] + "99") : ("", "");
        return db.Organisations.Where(o => o.Level == Level.Enterprise
            && o.RegionCode.CompareTo(first) >= 0 && o.RegionCode.CompareTo(last) <= 0 && o.ConfirmedAt == null && o.RefusedAt == null);
    }

    private static IQueryable<Organisation> One(AppDbContext db, Guid id) => db.Organisations.AsNoTracking().Where(o => o.Id == id);
}
