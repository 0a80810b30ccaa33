using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Permits;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Sync.Desk;
using PerformanceRecords.Sync.Mirror;
using PerformanceRecords.Workflow.Permits;
using PerformanceRecords.Workflow.Queries;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Database;

/// <summary>
/// Every list the portal shows, as it is asked of the database. Whoever adds a list adds it here: its SQL is then checked for SQL Server,
/// and that an index serves it on each provider.
/// </summary>
internal static class ListQueries
{
    private static readonly Guid Someone = Guid.CreateVersion7();
    private static readonly Actor City = new(Someone, "王五", Level.City, Someone, "南京市建委", "320100");
    private static readonly Actor Enterprise = new(Someone, "张三", Level.Enterprise, Someone, "某某设计院", "320106");
    private static readonly Actor County = new(Someone, "李四", Level.County, Someone, "浦口区建设局", "320111");
    private static readonly Actor Province = new(Someone, "赵六", Level.Province, Someone, "省住建厅", "320000");
    private static readonly Actor Ministry = new(Someone, "钱七", Level.Ministry, Someone, "住建部", "000000");
    private static readonly PageTurn<QueueKey> LaterInQueue = new(new QueueKey(new DateOnly(2026, 3, 10), Someone), null);
    private static readonly PageTurn<QueueKey> EarlierInQueue = new(null, new QueueKey(new DateOnly(2026, 3, 10), Someone));
    private static readonly PageTurn<TimeKey> Older = new(new TimeKey(Rows.Morning, Someone), null);
    private static readonly PageTurn<TimeKey> Newer = new(null, new TimeKey(Rows.Morning, Someone));
    private static readonly string[] ByHolder = ["HolderId", "DueOn", "Id"];
    private static readonly string[] ByHolderAndStage = ["HolderId", "Stage", "DueOn", "Id"];
    private static readonly string[] ByCity = ["CityCode", "ChangedAt", "Id"];
    private static readonly string[] ByChange = ["ChangedAt", "Id"];
    private static readonly string[] ByMinistry = ["ReachedMinistry", .. ByChange];
    private static readonly string[] ByOrganisation = ["OrganisationId", "At", "Id"];
    private static readonly string[] PermitsByCity = ["CityCode", "State", "ReceivedAt", "Id"];
    private static readonly string[] ByTime = ["At", "Id"];
    private static readonly string[] ByExpiry = ["ExpiresOn", "Id"];
    private static readonly string[] ByAge = ["CreatedAt", "Id"];
    private static readonly string[] ByDrift = ["DriftSince", "RecordId", "Section"];
    private static readonly string[] OfAnHour = ["Act", "At", "Id"];
    private static readonly PushKey LaterPushes = new(Rows.Morning, Someone);
    private static readonly PageTurn<PortKey> LaterPorts = new(new PortKey(new DateOnly(2026, 3, 10), Someone), null);

    public static IReadOnlyDictionary<string, ListQuery> All { get; } = new Dictionary<string, ListQuery>
    {
        ["queue"] = Queue(ByHolder, new(), PageTurn<QueueKey>.First),
        ["queue, next page"] = Queue(ByHolder, new(), LaterInQueue),
        ["queue, page before"] = Queue(ByHolder, new(), EarlierInQueue),
        ["queue of a stage"] = Queue(ByHolderAndStage, new(Stage.CityReview), PageTurn<QueueKey>.First),
        ["queue of a stage, next page"] = Queue(ByHolderAndStage, new(Stage.CityReview), LaterInQueue),
        ["queue of a stage, page before"] = Queue(ByHolderAndStage, new(Stage.CityReview), EarlierInQueue),
        ["queue by words"] = Queue(ByHolder, new(Text: "综合楼"), PageTurn<QueueKey>.First),
        ["cases of a city"] = new("Applications", ByCity, db => new CaseRegister(db).AllAsync(City, new(), PageTurn<TimeKey>.First)),
        ["cases of a city, next page"] = new("Applications", ByCity, db => new CaseRegister(db).AllAsync(City, new(), Older)),
        ["cases of a city, page before"] = new("Applications", ByCity, db => new CaseRegister(db).AllAsync(City, new(), Newer)),
        ["cases of the province"] = new("Applications", ByChange, db => new CaseRegister(db).AllAsync(Province, new(), PageTurn<TimeKey>.First)),
        ["cases with others"] = new("Applications", ByCity, db => new CaseRegister(db).WithOthersAsync(City, new(), Older)),
        ["cases with others by words"] = new("Applications", ByCity, db => new CaseRegister(db).WithOthersAsync(City, new(Text: "综合楼"), PageTurn<TimeKey>.First)),
        ["cases of a county by words"] = new("Applications", ByCity, db => new CaseRegister(db).AllAsync(County, new(Text: "综合楼"), Older)),
        ["cases of the province by words"] = new("Applications", ByChange, db => new CaseRegister(db).AllAsync(Province, new(Text: "综合楼"), PageTurn<TimeKey>.First)),
        ["cases of the province by words, page before"] = new("Applications", ByChange, db => new CaseRegister(db).AllAsync(Province, new(Text: "综合楼"), Newer)),
        ["cases of the province by number"] = new("Applications", ["ProjectNumber"], db => new CaseRegister(db).AllAsync(Province, new(Text: "3201062603100001"), PageTurn<TimeKey>.First)) { Few = true },
        ["cases of the ministry"] = new("Applications", ByMinistry, db => new CaseRegister(db).AllAsync(Ministry, new(), Older)),
        ["cases of the ministry by words"] = new("Applications", ByMinistry, db => new CaseRegister(db).AllAsync(Ministry, new(Text: "综合楼"), PageTurn<TimeKey>.First)),
        ["acts of an office"] = new("ApplicationEvents", ByOrganisation, db => new CaseRegister(db).DoneAsync(City, PageTurn<TimeKey>.First)),
        ["acts of an office, next page"] = new("ApplicationEvents", ByOrganisation, db => new CaseRegister(db).DoneAsync(City, Older)),
        ["pile for a letter"] = new("Applications", ByHolderAndStage, db => new LetterLists(db, new(db)).WaitingAsync(City)),
        ["letters of an office"] = new("Letters", ["FromId", "State", "ChangedAt"], db => new LetterLists(db, new(db)).OwnAsync(City, LetterState.Draft, Older)),
        ["signed letters of an office"] = new("Letters", ["FromId", "SignedAt", "Id"], db => new LetterLists(db, new(db)).SignedAsync(City, Older)),
        ["letters that came in"] = new("Letters", ["SignedAt", "Id"], db => new LetterLists(db, new(db)).ReceivedAsync(Province, Older)),
        ["notices to an enterprise"] = new("Letters", ["AddresseeId", "SignedAt", "Id"], db => new LetterLists(db, new(db)).ReceivedAsync(Enterprise, Newer)),
        ["an enterprise's filings"] = Filings(FilingView.Open, null, PageTurn<TimeKey>.First),
        ["an enterprise's filings, next page"] = Filings(FilingView.Drafts, null, Older),
        ["an enterprise's filings, page before"] = Filings(FilingView.Closed, null, Newer),
        ["an enterprise's filings by words"] = Filings(FilingView.Mine, "综合楼", PageTurn<TimeKey>.First),
        ["records of an enterprise"] = Records(["EnterpriseId", "ChangedAt", "Id"], Enterprise, new(), PageTurn<TimeKey>.First),
        ["records of a city, next page"] = Records(ByCity, City, new(), Older),
        ["records of a county"] = Records(ByCity, County, new(), PageTurn<TimeKey>.First),
        ["records of the province"] = Records(ByChange, Province, new(), PageTurn<TimeKey>.First),
        ["records of the province, page before"] = Records(ByChange, Province, new(), Newer),
        ["records of the province that are stuck"] = Records(ByChange, Province, new(RecordView.Stuck), Older),
        ["records of the province by grade"] = Records(ByChange, Province, new(RecordView.Incomplete, Grade: DataGrade.B), PageTurn<TimeKey>.First),
        ["records of an enterprise by words"] = Records(["EnterpriseId", "ChangedAt", "Id"], Enterprise, new(Text: "综合楼"), Older),
        ["records of a city by words"] = Records(ByCity, City, new(Text: "综合楼"), Older),
        ["records of a county by words"] = Records(ByCity, County, new(Text: "综合楼"), PageTurn<TimeKey>.First),
        ["records of the province by words"] = Records(ByChange, Province, new(Text: "综合楼"), PageTurn<TimeKey>.First),
        ["records of the province by number"] = Records(["ProjectCode"], Province, new(Text: "3201062603100001"), PageTurn<TimeKey>.First) with { Few = true },
        ["permits of a city"] = Permits(PermitsByCity, City, null, PageTurn<TimeKey>.First),
        ["permits of a city, next page"] = Permits(PermitsByCity, City, null, Older),
        ["permits of a city, page before"] = Permits(PermitsByCity, City, null, Newer),
        ["permits of a county by words"] = Permits(PermitsByCity, County, "综合楼", PageTurn<TimeKey>.First),
        ["permits of the province"] = Permits(["State", "ReceivedAt", "Id"], Province, null, Older),
        ["notifications"] = new("Notifications", ["UserId", "At", "Id"], db => new NotificationList(db, TimeProvider.System).PageAsync(Someone, PageTurn<TimeKey>.First)),
        ["notifications, next page"] = new("Notifications", ["UserId", "At", "Id"], db => new NotificationList(db, TimeProvider.System).PageAsync(Someone, Older)),
        ["audit log"] = new("AuditEntries", ByTime, db => new AuditTrail(db).PageAsync(new(), PageTurn<TimeKey>.First)),
        ["audit log, next page"] = new("AuditEntries", ByTime, db => new AuditTrail(db).PageAsync(new(), Older)),
        ["ports of the province"] = Ports(ByExpiry, Province, PortView.Open, PageTurn<PortKey>.First),
        ["ports of the province that are used, next page"] = Ports(ByExpiry, Province, PortView.Used, LaterPorts),
        ["ports of the province that nobody touched"] = Ports(ByExpiry, Province, PortView.Untouched, LaterPorts),
        ["ports of a city, page before"] = Ports(["CityCode", .. ByExpiry], City, PortView.Expired, new(null, LaterPorts.After)),
        ["ports of an enterprise"] = Ports(["EnterpriseId", .. ByExpiry], Enterprise, PortView.Expiring, PageTurn<PortKey>.First),
        ["pushes"] = Pushes(ByAge, null, null, null),
        ["pushes, next page"] = Pushes(ByAge, null, null, LaterPushes),
        ["pushes of an age"] = Pushes(ByAge, null, 4, null),
        ["pushes of the last hour, next page"] = Pushes(ByAge, null, 0, LaterPushes),
        ["pushes to be sent"] = Pushes(ByAge, PushStanding.Ready, null, null),
        ["pushes that are accepted"] = Pushes(ByAge, PushStanding.Accepted, null, LaterPushes),
        ["pushes to be sent again, next page"] = Pushes(ByAge, PushStanding.Retrying, 1, LaterPushes),
        ["pushes that need a person"] = Pushes(["State", .. ByAge], PushStanding.NeedsPerson, null, null),
        ["pushes that are parked, next page"] = Pushes(["State", .. ByAge], PushStanding.Parked, 5, LaterPushes),
        ["pushes near their seven days"] = Deadlines(null),
        ["pushes near their seven days, next page"] = Deadlines(LaterPushes),
        ["pushes of an hour"] = new("PushAttempts", OfAnHour, db => new PushHistory(db).OfHourAsync(Rows.Morning, PushAct.Send, null)),
        ["pushes of an hour, next page"] = new("PushAttempts", OfAnHour, db => new PushHistory(db).OfHourAsync(Rows.Morning, PushAct.See, LaterPushes)),
        ["what drifts"] = Drift(null),
        ["what drifts, next page"] = Drift(new DriftKey(Rows.Morning, Someone, Sections.Contract)),
    };

    public static TheoryData<string> Names() => [.. All.Keys];

    private static ListQuery Queue(string[] index, QueueFilter filter, PageTurn<QueueKey> turn) =>
        new("Applications", index, db => new ReviewQueue(db, new OrganisationNames(TimeProvider.System)).PageAsync(City, filter, turn));

    private static ListQuery Filings(FilingView view, string? text, PageTurn<TimeKey> turn) =>
        new("Applications", ["EnterpriseId", "ChangedAt", "Id"], db => new FilingList(db).PageAsync(Enterprise, view, text, turn));

    private static ListQuery Permits(string[] index, Actor actor, string? text, PageTurn<TimeKey> turn) =>
        new("InboundPermits", index, db => new PermitList(db).PageAsync(actor, PermitState.Waiting, text, turn));

    private static ListQuery Pushes(string[] index, PushStanding? standing, int? age, PushKey? after) =>
        new("PushMessages", index, db => new PushOverview(db, TimeProvider.System).ListAsync(standing, age, after));

    private static ListQuery Deadlines(PushKey? after) => new("PushMessages", ByAge, db => new DeadlineList(db, TimeProvider.System).PageAsync(after));

    private static ListQuery Drift(DriftKey? after) => new("MirroredSections", ByDrift, db => new MirrorReader(db, null!).PageAsync(after));

    private static ListQuery Ports(string[] index, Actor actor, PortView view, PageTurn<PortKey> turn) =>
        new("SupplementPorts", index, db => new PortList(db).PageAsync(actor, view, null, null, new DateOnly(2026, 3, 10), turn));

    private static ListQuery Records(string[] index, Actor actor, RecordFilter filter, PageTurn<TimeKey> turn) =>
        new("Records", index, db => new RecordSearch(db).PageAsync(actor, filter, turn));
}
