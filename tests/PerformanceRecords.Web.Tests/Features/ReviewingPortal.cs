using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features;

/// <summary>Class fixture: a portal for people, and beside it an office that walks cases to where a test wants them, on one database and one day.</summary>
public sealed class ReviewingPortal : IAsyncLifetime
{
    private readonly Dictionary<DemoPerson, Visitor> people = [];
    private PortalHost? portal;
    private Office? office;
    private int cases;

    public PortalHost Portal => portal ?? throw new InvalidOperationException("The portal has not been started.");

    public Office Office => office ?? throw new InvalidOperationException("The office has not been opened.");

    /// <summary>A supplement of the next project in Nanjing's Pukou, not begun yet.</summary>
    public SupplementCase NewCase() => new(Office, Interlocked.Increment(ref cases));

    /// <summary>A demo person at work; signed in once for all tests of the class.</summary>
    public async Task<Visitor> AsAsync(DemoPerson person)
    {
        if (!people.TryGetValue(person, out var visitor))
        {
            people[person] = visitor = await Portal.SignedInAsync(person);
        }

        return visitor;
    }

    public async Task<Page> OpenAsync(DemoPerson person, string address) => await (await AsAsync(person)).OpenAsync(address);

    public async Task InitializeAsync()
    {
        portal = await PortalHost.StartAsync(new()
        {
            Clock = new FakeClock(new DateTime(2026, 11, 20, 2, 0, 0, DateTimeKind.Utc)),
            Settings = new Dictionary<string, string?>
            {
                ["PersonalNumbers:Key"] = Convert.ToBase64String(new byte[32]),
                // so that only pages ask the database
                ["Sync:Dispatches"] = "false",
            },
        });
        // files that are uploaded in the office are opened in the portal
        var folder = portal.Services.GetRequiredService<IConfiguration>()["FileStore:Folder"]!;
        office = await Office.OpenAsync(portal.Database, ("FileStore:Folder", folder));
    }

    public async Task DisposeAsync()
    {
        foreach (var visitor in people.Values)
        {
            visitor.Dispose();
        }

        await Office.DisposeAsync();
        await Portal.DisposeAsync();
    }
}
