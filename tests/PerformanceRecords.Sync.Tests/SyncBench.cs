using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.PlatformSandbox;
using PerformanceRecords.PlatformSandbox.Faults;
using PerformanceRecords.Sync.Dispatch;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Databases;

namespace PerformanceRecords.Sync.Tests;

/// <summary>The dispatcher with a real database on one side and the stand-in platforms, over loopback HTTP, on the other.</summary>
internal sealed class SyncBench : IAsyncDisposable
{
    public const string Project = "3201051905200101";
    private readonly TestDatabase database;
    private readonly WebApplication sandbox;
    private readonly ServiceProvider services;
    private Organisation? enterprise;

    private SyncBench(TestDatabase database, WebApplication sandbox, FakeClock clock, Action<Dictionary<string, string?>>? settings)
    {
        (this.database, this.sandbox, Clock) = (database, sandbox, clock);
        services = NewInstance(settings);
    }

    public FakeClock Clock { get; }

    public SandboxState Platforms => sandbox.Services.GetRequiredService<SandboxState>();

    public FaultDesk Faults => sandbox.Services.GetRequiredService<FaultDesk>();

    public Uri Address => new(sandbox.Urls.First() + "/");

    public PushDispatcher Dispatcher => services.GetRequiredService<PushDispatcher>();

    public IServiceProvider Services => services;

    public static async Task<SyncBench> StartAsync(Engine engine = Engine.Sqlite, Action<Dictionary<string, string?>>? settings = null)
    {
        var clock = new FakeClock();
        var sandbox = SandboxApp.Create("http://127.0.0.1:0", clock: clock);
        await sandbox.StartAsync();
        return new SyncBench(await TestDatabase.CreateAsync(engine), sandbox, clock, settings);
    }

    /// <summary>Another instance of the portal on the same database.</summary>
    public ServiceProvider NewInstance(Action<Dictionary<string, string?>>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var values = new Dictionary<string, string?>(database.Settings)
        {
            ["PersonalNumbers:Key"] = Convert.ToBase64String(new byte[32]),
            ["Sync:Lease"] = "00:00:40",
            ["Sync:IdleWait"] = "00:00:00.050",
            ["Sync:NationalPlatform:BaseAddress"] = Address.ToString(),
            ["Sync:ServiceNetwork:BaseAddress"] = Address + "service-network/",
        };
        foreach (var platform in new[] { "NationalPlatform", "ServiceNetwork" })
        {
            values[$"Sync:{platform}:KeyId"] = "JS-DEV-1";
            values[$"Sync:{platform}:Secret"] = "development-only-secret-of-the-sandbox";
            values[$"Sync:{platform}:Timeout"] = "00:00:10";
        }

        settings?.Invoke(values);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration).AddLogging().AddPortalData(configuration).AddPortalSync(configuration);
        collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        configure?.Invoke(collection);
        return collection.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>The platform lets one more key in, beside those it knows.</summary>
    public void AddSandboxKey(string id, string secret) =>
        sandbox.Services.GetRequiredService<IOptionsMonitor<SandboxOptions>>().CurrentValue.Keys.Add(new SandboxKey { Id = id, Secret = secret });

    public AppDbContext Open() => database.Open();

    /// <summary>Approves sections of one project: the record, and its messages in the contract's order, as the last step writes them.</summary>
    public async Task<Guid> ApproveAsync(Sections sections, string projectNumber = Project, Destination destination = Destination.NationalPlatform)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await EnterpriseAsync(db);
        var actor = new Actor(Guid.CreateVersion7(), "陈晔", Level.Enterprise, enterprise!.Id, enterprise.Name, "320100");
        var application = Application.Start(ApplicationTypes.All[0], actor, Clock.Now);
        var record = await db.Records.Include(r => r.Sections).FirstOrDefaultAsync(r => r.ProjectNumber == projectNumber)
            ?? db.Records.Add(new PerformanceRecord { EnterpriseId = enterprise.Id, CreatedAt = Clock.Now }).Entity;
        record.Describe("河西综合医院门诊楼", projectNumber, null, null, "320105", Sector.Building);
        db.Applications.Add(application);
        Sections[] order = [Sections.Basic, Sections.Contract, Sections.DrawingReview, Sections.Permit, Sections.Acceptance, Sections.Personnel, Sections.Indicators];
        foreach (var section in order.Where(s => sections.HasFlag(s)))
        {
            record.Land(section, Approved.Of(section, projectNumber), application.Id, "王立", Clock.Now);
            Queue(db, record, application, section, destination);
        }

        await db.SaveChangesAsync();
        return application.Id;
    }

    /// <summary>Approves new content of one section.</summary>
    public async Task ApproveAgainAsync(Sections section, SectionValues values, DataGrade grade = DataGrade.C, DataGrade? from = null, string projectNumber = Project)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var record = await db.Records.Include(r => r.Sections).SingleAsync(r => r.ProjectNumber == projectNumber);
        var application = await db.Applications.OrderByDescending(a => a.Id).FirstAsync();
        record.Land(section, values, application.Id, "王立", Clock.Now);
        Queue(db, record, application, section, Destination.NationalPlatform, grade, from);
        await db.SaveChangesAsync();
    }

    /// <summary>Another enterprise has its basic information of the same project approved.</summary>
    public async Task ApproveElsewhereAsync(SectionValues basic)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var other = new Organisation { Level = Level.Enterprise, Name = "南京市建筑设计研究院有限责任公司", ShortName = "南京建筑院", RegionCode = "320100", CreditCode = Approved.Client, RegisteredAt = Clock.Now };
        var actor = new Actor(Guid.CreateVersion7(), "周敏", Level.Enterprise, other.Id, other.Name, "320100");
        var application = Application.Start(ApplicationTypes.All[0], actor, Clock.Now);
        var record = new PerformanceRecord { EnterpriseId = other.Id, CreatedAt = Clock.Now };
        record.Describe(basic["PrjName"], basic["PrjNum"], null, null, "320105", Sector.Building);
        record.Land(Sections.Basic, basic, application.Id, "王立", Clock.Now);
        db.AddRange(other, application, record);
        Queue(db, record, application, Sections.Basic, Destination.NationalPlatform);
        await db.SaveChangesAsync();
    }

    /// <summary>Sends and looks, moving the clock on as waits demand, until nothing more happens by itself.</summary>
    public async Task SettleAsync(int rounds = 40)
    {
        for (var round = 0; round < rounds; round++)
        {
            var done = await Dispatcher.SendDueAsync() + await Dispatcher.LookDueAsync();
            await using var db = Open();
            var next = await db.PushMessages.Where(m => m.NextAttemptAt > Clock.Now).Select(m => m.NextAttemptAt).MinAsync();
            if (next is null && done == 0)
            {
                return;
            }

            Clock.MoveTo(next ?? Clock.Now);
        }
    }

    public async Task<PushMessage> MessageAsync(Sections section, Destination destination = Destination.NationalPlatform, string projectNumber = Project)
    {
        await using var db = Open();
        return await db.PushMessages.AsNoTracking()
            .Where(m => m.ProjectNumber == projectNumber && m.Section == section && m.Destination == destination)
            .OrderByDescending(m => m.Sequence).FirstAsync();
    }

    public async Task<IReadOnlyList<PushAttempt>> AttemptsAsync(PushMessage message)
    {
        await using var db = Open();
        return await db.PushAttempts.AsNoTracking().Where(a => a.MessageId == message.Id).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync();
    }

    public async Task<PushChannel> ChannelAsync(Destination destination = Destination.NationalPlatform)
    {
        await using var db = Open();
        return await db.PushChannels.AsNoTracking().SingleAsync(c => c.Destination == destination);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await sandbox.DisposeAsync();
        await database.DisposeAsync();
    }

    private void Queue(
        AppDbContext db, PerformanceRecord record, Application application, Sections section, Destination destination, DataGrade grade = DataGrade.C, DataGrade? from = null) =>
        db.PushMessages.Add(new PushMessage
        {
            Destination = destination,
            RecordId = record.Id,
            ApplicationId = application.Id,
            EnterpriseId = record.EnterpriseId,
            ProjectNumber = record.ProjectNumber!,
            ProjectName = record.ProjectName,
            CityCode = record.CityCode,
            Section = section,
            Revision = record[section]!.Revision,
            Sequence = record.TakePushNumber(),
            IdempotencyKey = $"{application.Id:N}:{destination}:{section}:{record[section]!.Revision}:{grade}",
            Content = record[section]!.Values,
            Grade = grade,
            FromGrade = from,
            DataSource = "3",
            ApprovedBy = "南京市城乡建设委员会",
            ContractVersion = "2026.1",
            CreatedAt = Clock.Now,
            NextAttemptAt = Clock.Now,
        });

    private async Task EnterpriseAsync(AppDbContext db)
    {
        if (enterprise is null)
        {
            enterprise = new Organisation
            {
                Level = Level.Enterprise,
                Name = "江苏省建筑设计研究院股份有限公司",
                ShortName = "省建筑院",
                RegionCode = "320100",
                CreditCode = Approved.Enterprise,
                RegisteredAt = Clock.Now,
            };
            db.Organisations.Add(enterprise);
            await db.SaveChangesAsync();
        }
    }
}
