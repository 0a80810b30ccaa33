using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Web.Tests.Features.Permits;
using Xunit;

namespace PerformanceRecords.Web.Tests.Journeys;

/// <summary>One portal for all journeys: it pushes by itself, and an office beside it brings records to where a journey begins.</summary>
public sealed class JourneyPortal : IAsyncLifetime
{
    private PortalHost? host;
    private Office? office;
    private int projects;

    public PortalHost Host => host ?? throw new InvalidOperationException("The portal has not been started.");

    public Office Office => office ?? throw new InvalidOperationException("The office has not been opened.");

    /// <summary>A project in Nanjing that no other journey is about.</summary>
    public SampleProject NextProject() => new(NextNumber());

    /// <summary>A record that came by a supplement: basic information, contract and drawing review are shown nationally.</summary>
    public async Task<Guid> SupplementedAsync() => await SupplementedAsync(NextNumber());

    public async Task<Guid> SupplementedAsync(int number)
    {
        var supplement = await new SupplementCase(Office, number).CompletedAsync();
        var record = (await supplement.ReadAsync()).RecordId!.Value;
        await ShowsAsync(record, Sections.Basic | Sections.Contract | Sections.DrawingReview);
        return record;
    }

    /// <summary>A record of which the national platform shows every section.</summary>
    public async Task<Guid> CompleteAsync()
    {
        var record = await SupplementedAsync();
        await RecordStories.CompletedAsync(Office, CompletionOfIndicators.Type, record, Sections.Indicators, RecordStories.Indicators);
        await ShowsAsync(record, Sections.Indicators);
        await RecordStories.CompletedAsync(Office, CompletionOfPersonnel.Type, record, Sections.Personnel, RecordStories.Personnel);
        await ShowsAsync(record, SectionSets.Complete);
        return record;
    }

    /// <summary>Waits until the portal has seen these sections of a record on the national platform.</summary>
    public Task ShowsAsync(Guid record, Sections sections, DataGrade? grade = null) => Host.UntilAsync(
        db => db.Records.AsNoTracking().Include(r => r.Sections).SingleAsync(r => r.Id == record),
        held => sections.Each().All(s => held[s] is { ShownAt: not null } shown && shown.ShownRevision == shown.Revision && (grade is null || shown.ShownGrade == grade)),
        atMost: 300);

    public async Task<PerformanceRecord> ReadAsync(Guid record)
    {
        await using var db = Host.OpenDatabase();
        return await db.Records.AsNoTracking().Include(r => r.Sections).SingleAsync(r => r.Id == record);
    }

    public async Task<Application> FilingAsync(Guid application)
    {
        await using var db = Host.OpenDatabase();
        return await db.Applications.AsNoTracking().SingleAsync(a => a.Id == application);
    }

    /// <summary>What anybody sees of a project on the national platform; empty where it shows nothing.</summary>
    public Task<string> NationalAsync(string? projectNumber) => OutsideAsync($"national/projects/{projectNumber}");

    public Task<string> ServiceNetworkAsync(string? projectNumber) => OutsideAsync($"service-network/projects/{projectNumber}");

    public async Task InitializeAsync()
    {
        host = await PortalHost.StartAsync(new()
        {
            Settings = new Dictionary<string, string?>(PermitPortal.Settings) { ["PersonalNumbers:Key"] = Convert.ToBase64String(new byte[32]) },
        });
        var folder = host.Services.GetRequiredService<IConfiguration>()["FileStore:Folder"]!;
        office = await Office.OpenAsync(host.Database, new FakeClock(DateTime.UtcNow.AddMinutes(-1)), ("FileStore:Folder", folder));
    }

    public async Task DisposeAsync()
    {
        await Office.DisposeAsync();
        await Host.DisposeAsync();
    }

    private int NextNumber() => Interlocked.Increment(ref projects);

    private async Task<string> OutsideAsync(string address)
    {
        using var anybody = new HttpClient { BaseAddress = Host.Sandbox.Address };
        using var answer = await anybody.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : "";
    }
}

/// <summary>The journeys share a portal, so they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class Journeys : ICollectionFixture<JourneyPortal>
{
    public const string Name = "journeys";
}
