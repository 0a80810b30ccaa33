using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Duplicates;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Duplicates;

/// <summary>However much one owner builds and however common a name is, what is certain is found.</summary>
public sealed class BusyOwnerTests : InAnOffice
{
    private const string Owner = "ABC建设公司";

    [Fact]
    public async Task AmongHundredsOfTheSameOwner_TheSameProjectIsFound()
    {
        var here = Guid.Empty;
        var there = Guid.Empty;
        await InDatabaseAsync(async db =>
        {
            here = Add(db, new("", "", "滨江路小学综合楼", Owner, []));
            for (var number = 1; number <= 250; number++)
            {
                Add(db, new("", "", $"各不相同的项目{number}", Owner, []));
            }

            there = Add(db, new("", "", "滨江路小学综合楼", Owner, []));
            await db.SaveChangesAsync();
        });

        var found = await Office.DoAsync<DuplicateFinder, IReadOnlyList<Duplicate>>(finder => finder.FindAsync(here, FilingCase.Filer));

        Assert.Equal((there, true), (found[0].Id, found[0].Certain));
    }

    [Fact]
    public async Task WhatDiffers_IsWrittenAsPeopleKnowIt()
    {
        var here = Guid.Empty;
        await InDatabaseAsync(async db =>
        {
            here = Add(db, new("", "2020-320102-47-01-110528", "江宁区百家湖文化馆（扩建）", Owner, []));
            Add(db, new("", "2019-320115-47-01-081928", "江宁区百家湖文化馆", Owner, []));
            await db.SaveChangesAsync();
        });

        var found = await Office.DoAsync<DuplicateFinder, IReadOnlyList<Duplicate>>(finder => finder.FindAsync(here, FilingCase.Filer));

        Assert.Contains(("项目代码", "2020-320102-47-01-110528", "2019-320115-47-01-081928"), Assert.Single(found).Differences);
    }

    private static Guid Add(AppDbContext db, ProjectIdentity project)
    {
        var application = Application.Start(FirstEntry.Type, FilingCase.Filer, new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc));
        application.Describe(project.Name, null, "320111", Sector.Building);
        db.Applications.Add(application);
        db.ProjectKeys.AddRange(project.Keys().Select(k => new ProjectKey { Subject = KeySubject.Application, SubjectId = application.Id, Kind = k.Kind, Value = k.Value }));
        return application.Id;
    }
}
