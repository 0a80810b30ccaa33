using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.PlatformSandbox;
using PerformanceRecords.PlatformSandbox.Faults;
using PerformanceRecords.Sync.Desk;
using PerformanceRecords.Testing.Databases;

namespace PerformanceRecords.Sync.Tests.Dispatch;

/// <summary>被拒收之后: content that is wrong is corrected by a filing, and the correction must not wait for ever behind what it corrects.</summary>
public sealed class RefusalTests
{
    private const string Corrected = "SJ-2018-032";
    private static readonly Actor Province = new(Guid.CreateVersion7(), "陈晔", Level.Province, Guid.CreateVersion7(), "省住建厅", "320000");

    [Theory, OnSqlite, OnPostgres]
    public async Task NewerContent_GoesOutInThePlaceOfWhatWasRefused_AndEverythingArrivesInOrder(Engine engine)
    {
        await using var bench = await SyncBench.StartAsync(engine);
        bench.Faults.Add(new Fault { Kind = FaultKind.RefuseField, Section = "contracts", Field = "ContractNum", Remaining = 1 });
        await bench.ApproveAsync(Sections.Basic | Sections.Contract | Sections.Personnel);
        await bench.SettleAsync();
        var refused = await bench.MessageAsync(Sections.Contract);
        Assert.Equal(PushState.NeedsPerson, refused.State);
        await bench.ApproveAgainAsync(Sections.Contract, CorrectedContracts());
        await bench.SettleAsync();

        await ResendAsync(bench, refused);
        await bench.SettleAsync();

        var facts = bench.Platforms.Of(SandboxState.National).Facts.OrderBy(f => f.Number).ToList();
        Assert.Equal(["basic", "contracts", "personnel"], facts.Select(f => f.Section));
        Assert.Equal(refused.IdempotencyKey, facts[1].IdempotencyKey);
        Assert.Contains(Corrected, facts[1].Body.GetRawText(), StringComparison.Ordinal);
        await using var db = bench.Open();
        Assert.All(db.PushMessages.ToList(), m => Assert.Equal(PushState.Shown, m.State));
        Assert.Contains(await bench.AttemptsAsync(refused), a => a.Act == PushAct.Resend && a.Result == "企业已更正（改发第 2 版）");
    }

    [Fact]
    public async Task WhatMayHaveArrived_KeepsItsContent_ForItIsAskedForFirst()
    {
        await using var bench = await SyncBench.StartAsync();
        await bench.ApproveAsync(Sections.Basic | Sections.Contract);
        await using (var db = bench.Open())
        {
            db.PushMessages.Single(m => m.Section == Sections.Contract).NeedPerson("查询被拒", unanswered: true);
            await db.SaveChangesAsync();
        }

        await bench.ApproveAgainAsync(Sections.Contract, CorrectedContracts());
        await using (var db = bench.Open())
        {
            await ResendAsync(bench, db.PushMessages.Single(m => m.Section == Sections.Contract && m.Revision == 1));
        }

        await using var after = bench.Open();
        Assert.Equal([1, 2], after.PushMessages.Where(m => m.Section == Sections.Contract).OrderBy(m => m.Sequence).Select(m => m.Revision));
    }

    private static SectionValues CorrectedContracts() =>
        new([.. Approved.Contracts.Rows.Select((row, i) => i > 0 ? row : new Dictionary<string, string>(row) { ["ContractNum"] = Corrected })]);

    private static async Task ResendAsync(SyncBench bench, PushMessage message)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<PushDesk>().TakeAsync(message.Id, message.Version, PushAct.Resend, "企业已更正", Province));
    }
}
