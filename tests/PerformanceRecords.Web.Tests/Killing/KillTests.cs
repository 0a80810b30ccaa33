using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Killing;

/// <summary>Killed at any moment, the portal has lost nothing it said yes to: a draft, a file, a decision, a push.</summary>
public sealed class KillTests
{
    private const int Kills = 3;
    private const int Decisions = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pr-kill-");
    private readonly ConcurrentQueue<int> typed = [];
    private readonly ConcurrentDictionary<string, string> uploaded = [];
    private readonly ConcurrentQueue<Guid> confirmed = [];

    [Theory, OnSqlite, OnPostgres]
    public async Task WhatWasAcknowledged_IsThereAfterAKill(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var sandbox = await SandboxHost.StartAsync();
        var settings = database.Settings.Concat(sandbox.Settings).Concat(new Dictionary<string, string?>
        {
            ["FileStore:Folder"] = folder.FullName,
            ["PersonalNumbers:Key"] = Convert.ToBase64String(new byte[32]),
            ["Demo:People"] = "true",
            ["Demo:Password"] = Office.Password,
            // a line that a killed process held is free again soon
            ["Sync:Lease"] = "00:00:08",
            ["Sync:NationalPlatform:Timeout"] = "00:00:02",
            ["Sync:ServiceNetwork:Timeout"] = "00:00:02",
        }).ToList();
        var (draft, waiting) = await PrepareAsync(database);

        for (var kill = 0; kill < Kills; kill++)
        {
            using var portal = await PortalProcess.StartAsync(settings);
            await CheckAsync(portal, database, draft);
            using var zhang = await portal.SignedInAsync(DemoPeople.Zhang);
            using var wang = await portal.SignedInAsync(DemoPeople.Wang);
            var work = Task.WhenAll(TypeAsync(zhang, draft), UploadAsync(zhang, draft), ConfirmAsync(wang, waiting));
            await EachHasWorkedAsync(typed.Count, uploaded.Count, confirmed.Count);
            await Task.Delay(Random.Shared.Next(400));
            portal.Kill();
            await work;
        }

        using var last = await PortalProcess.StartAsync(settings);
        await CheckAsync(last, database, draft);
        await EverythingIsShownAsync(database);
        last.Kill();
        folder.Delete(recursive: true);
    }

    // a portal that has just started is slow at first
    private async Task EachHasWorkedAsync(int saves, int files, int decisions)
    {
        for (var clock = Stopwatch.StartNew(); typed.Count == saves || uploaded.Count == files || confirmed.Count == decisions; await Task.Delay(20))
        {
            Assert.True(clock.Elapsed < Patience, $"{typed.Count} saves, {uploaded.Count} files, {confirmed.Count} decisions");
        }
    }

    // an own draft, and cases that only wait for the city's confirmation
    private async Task<(SupplementCase Draft, Queue<SupplementCase> Waiting)> PrepareAsync(TestDatabase database)
    {
        await using var office = await Office.OpenAsync(database, ("FileStore:Folder", folder.FullName));
        var draft = await new SupplementCase(office, 1).DraftedAsync();
        var waiting = new Queue<SupplementCase>();
        for (var number = 2; number < Decisions + 2; number++)
        {
            var filled = await new SupplementCase(office, number).FilledInAsync();
            await filled.TakeAsync(Act.Submit, SupplementCase.Filer);
            waiting.Enqueue(filled);
        }

        return (draft, waiting);
    }

    private async Task TypeAsync(Visitor visitor, SupplementCase draft) => await UntilKilledAsync(async () =>
    {
        var next = typed.LastOrDefault() + 1;
        var form = (await visitor.OpenAsync($"/applications/{draft.Id}/sections/basic")).Form("#section-form").With("Basic.PrjSize", $"第 {next} 次写下");
        using var request = form.Request("保存");
        request.RequestUri = new Uri(request.RequestUri!, request.RequestUri!.AbsolutePath + "/autosave");
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        using var answer = await visitor.Http.SendAsync(request);
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            typed.Enqueue(next);
        }
    });

    private async Task UploadAsync(Visitor visitor, SupplementCase draft) => await UntilKilledAsync(async () =>
    {
        var file = Sample.Pdf($"{Guid.NewGuid():N}.pdf", Guid.NewGuid().ToString());
        var page = await visitor.OpenAsync($"/applications/{draft.Id}/evidence");
        // an item takes so many files and no more, so each takes the place of the one before, which stays readable
        var form = page.Has("#Evidence-bid-notice .f form.upf") ? "#Evidence-bid-notice .f form.upf" : "#Evidence-bid-notice form.upf";
        page = await page.Form(form).With("file", file).SubmitAsync();
        if (page.Status == HttpStatusCode.OK && page.Texts("#Evidence-bid-notice .f a").Any(link => link.Contains(file.Name, StringComparison.Ordinal)))
        {
            uploaded[file.Name] = Convert.ToHexStringLower(SHA256.HashData(file.Content));
        }
    });

    private async Task ConfirmAsync(Visitor visitor, Queue<SupplementCase> waiting) => await UntilKilledAsync(async () =>
    {
        if (waiting.TryDequeue(out var next))
        {
            var page = await visitor.OpenAsync($"/reviews/{next.Id}");
            page = await page.FormWith("确认通过").SubmitAsync("确认通过");
            if (page.Status == HttpStatusCode.OK)
            {
                confirmed.Enqueue(next.Id);
            }
        }

        // there are only so many cases
        await Task.Delay(100);
    });

    private static async Task UntilKilledAsync(Func<Task> work)
    {
        try
        {
            while (true)
            {
                await work();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // nobody answers any more: what was under way was not acknowledged
        }
    }

    private async Task CheckAsync(PortalProcess portal, TestDatabase database, SupplementCase draft)
    {
        await using var db = database.Open();
        var size = (await db.ApplicationSections.SingleAsync(s => s.ApplicationId == draft.Id)).Values["PrjSize"];
        if (typed.LastOrDefault() is > 0 and var last)
        {
            // the one that was under way may have arrived too
            Assert.Contains(size, new[] { $"第 {last} 次写下", $"第 {last + 1} 次写下" });
        }

        var done = await db.Applications.Where(a => a.Stage == Stage.Completed).Select(a => a.Id).ToListAsync();
        Assert.Empty(confirmed.Except(done));
        foreach (var id in done)
        {
            Assert.Equal(1, await db.ApplicationEvents.CountAsync(e => e.ApplicationId == id && e.Act == Act.Confirm));
            Assert.Equal(3, await db.PushMessages.CountAsync(m => m.ApplicationId == id && m.Destination == Destination.NationalPlatform));
        }

        using var zhang = await portal.SignedInAsync(DemoPeople.Zhang);
        foreach (var (name, digest) in uploaded)
        {
            var file = await db.EvidenceFiles.SingleAsync(f => f.FileName == name);
            Assert.Equal(digest, file.Sha256);
            var content = await zhang.Http.GetByteArrayAsync(new Uri($"/applications/{draft.Id}/evidence/{file.Id}?download=true", UriKind.Relative));
            Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(content)));
        }
    }

    private static async Task EverythingIsShownAsync(TestDatabase database)
    {
        for (var tries = 0; ; tries++)
        {
            await using var db = database.Open();
            var under = await db.PushMessages.Where(m => m.State != PushState.Shown).Select(m => new { m.Section, m.State, m.Error }).ToListAsync();
            if (under.Count == 0)
            {
                return;
            }

            Assert.True(tries < 300, $"{under.Count} not shown, such as {under[0]}");
            await Task.Delay(200);
        }
    }
}
