using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Databases;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Database;

/// <summary>What is written comes back as it was, on every engine.</summary>
public sealed class RoundTripTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    public static TheoryData<string> Texts =>
    [
        "江苏某某综合楼工程（一期）",
        "O'Brien \"引号\" \\ 反斜杠 % _ ; -- <b>&amp;</b>",
        "第一行\r\n第二行\t制表",
        "罕用字 𠮷 𬭩 喆堃珺，表情 🏗️",
        "  前后空格  ",
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task AMoment_ComesBackAsUtc(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        var moment = new DateTime(2026, 3, 10, 1, 59, 59, 123, 456, DateTimeKind.Utc);
        await SaveAsync(engine, enterprise, Rows.Application(enterprise, moment));

        await using var db = await databases.OpenAsync(engine);
        var application = await db.Applications.SingleAsync(a => a.EnterpriseId == enterprise.Id);
        Assert.Equal(moment, application.CreatedAt);
        Assert.Equal(DateTimeKind.Utc, application.CreatedAt.Kind);
        Assert.Equal(moment, await db.Applications.Where(a => a.EnterpriseId == enterprise.Id).Select(a => a.CreatedAt).SingleAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AMoment_IsFoundByComparison(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        await SaveAsync(
            engine,
            enterprise,
            Rows.Application(enterprise, Rows.Morning.AddMilliseconds(1)),
            Rows.Application(enterprise, Rows.Morning),
            Rows.Application(enterprise, Rows.Morning.AddDays(300)));

        await using var db = await databases.OpenAsync(engine);
        var found = await db.Applications
            .Where(a => a.EnterpriseId == enterprise.Id && a.ChangedAt > Rows.Morning)
            .OrderByDescending(a => a.ChangedAt)
            .Select(a => a.ChangedAt)
            .ToListAsync();
        Assert.Equal([Rows.Morning.AddDays(300), Rows.Morning.AddMilliseconds(1)], found);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AStage_IsKeptAsAWord(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        var application = Rows.Application(enterprise);
        await SaveAsync(engine, enterprise, application);

        await using var db = await databases.OpenAsync(engine);
        var kept = await db.Database.SqlQuery<string>($"SELECT \"Stage\" AS \"Value\" FROM \"Applications\" WHERE \"Id\" = {application.Id}").SingleAsync();
        Assert.Equal(nameof(Stage.Draft), kept);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task SeveralSections_AreKeptTogether(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        var (application, record) = (Rows.Application(enterprise), Rows.Record(enterprise));
        application.Concern(record.Id);
        application.Ask(Sections.Basic | Sections.Personnel, DataGrade.A);
        await SaveAsync(engine, enterprise, record, application);

        await using var db = await databases.OpenAsync(engine);
        var read = await db.Applications.SingleAsync(a => a.Id == application.Id);
        Assert.Equal((Sections.Basic | Sections.Personnel, DataGrade.A), (read.Asked, read.AskedGrade));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public Task WhatWasTyped_ComesBackUnchangedFromSqlite(string text) => ComesBackAsync(Engine.Sqlite, text);

    [PostgresTheory]
    [MemberData(nameof(Texts))]
    public Task WhatWasTyped_ComesBackUnchangedFromPostgres(string text) => ComesBackAsync(Engine.Postgres, text);

    [Theory, OnSqlite, OnPostgres]
    public async Task ASubmission_KeepsWhatTheReviewersWereGiven(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        var application = Rows.Application(enterprise);
        var contract = new EvidenceFile
        {
            ApplicationId = application.Id,
            Kind = "contract",
            FileName = "设计合同.pdf",
            ContentType = "application/pdf",
            Size = 12_345,
            Sha256 = new string('a', 64),
            UploadedAt = Rows.Morning,
            UploadedBy = Guid.CreateVersion7(),
            UploadedByName = "张三",
        };
        var note = new Note("odd", "Contract[1].A", "请核对");
        await SaveAsync(engine, enterprise, application, new Submission
        {
            ApplicationId = application.Id,
            Number = 1,
            At = Rows.Morning,
            ByName = "张三",
            Sections = new Dictionary<Sections, SectionValues>
            {
                [Sections.Basic] = SectionValues.Of(("PrjName", "某某项目")),
                [Sections.Contract] = new([new Dictionary<string, string> { ["A"] = "1" }, new Dictionary<string, string> { ["A"] = "2" }]),
            },
            Evidence = [contract],
            Notes = [note],
        });

        await using var db = await databases.OpenAsync(engine);
        var read = await db.Submissions.SingleAsync(s => s.ApplicationId == application.Id);
        Assert.Equal("某某项目", read.Sections[Sections.Basic]["PrjName"]);
        Assert.Equal("2", read.Sections[Sections.Contract]["A", 1]);
        Assert.Equivalent(contract, Assert.Single(read.Evidence), strict: true);
        Assert.Equal(note, Assert.Single(read.Notes));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AnEnterpriseThatHasFiled_CannotBeDeleted(Engine engine)
    {
        var enterprise = Rows.Enterprise();
        await SaveAsync(engine, enterprise, Rows.Application(enterprise));

        await using var db = await databases.OpenAsync(engine);
        db.Remove(await db.Organisations.SingleAsync(o => o.Id == enterprise.Id));
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    private async Task ComesBackAsync(Engine engine, string text)
    {
        var enterprise = Rows.Enterprise();
        var application = Rows.Application(enterprise);
        application.Describe(text, null, "320106", Sector.Building);
        var section = new ApplicationSection { ApplicationId = application.Id, Section = Sections.Basic };
        section.Save(SectionValues.Of(("PrjName", text)), application.CreatedBy, "张三", Rows.Morning);
        await SaveAsync(engine, enterprise, application, section);

        await using var db = await databases.OpenAsync(engine);
        Assert.Equal(text, await db.Applications.Where(a => a.ProjectName == text && a.Id == application.Id).Select(a => a.ProjectName).SingleAsync());
        Assert.Equal(text, (await db.ApplicationSections.SingleAsync(s => s.ApplicationId == application.Id)).Values["PrjName"]);
    }

    private async Task SaveAsync(Engine engine, params object[] rows)
    {
        await using var db = await databases.OpenAsync(engine);
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }
}
