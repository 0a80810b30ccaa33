using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Advice;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Workflow.Deadlines;
using PerformanceRecords.Workflow.Filing;

namespace PerformanceRecords.Workflow.Advice;

/// <summary>办理指引: answers what it can by itself, out of the enterprise's records and what the national platform shows, and starts the right filing.</summary>
public sealed class AdvisorDesk(AppDbContext db, INationalPlatform national, FilingDesk filings, DeadlineCalculator deadlines, TimeProvider clock)
{
    private const int MaxRecords = 10;

    // somebody waits before a page; the platform's own time limit is for pushes
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="text">A project number, a project code, or part of a name.</param>
    public async Task<ProjectFinding> LookAsync(string text, Actor actor, CancellationToken cancellation = default)
    {
        var typed = TypedText.Clean(text);
        var number = ProjectNumber.Normalize(typed);
        var code = ProjectCode.Normalize(typed);
        var records = typed.Length == 0 ? [] : await db.Records.AsNoTracking().Include(r => r.Sections).VisibleTo(actor)
            .Where(r => r.ProjectNumber == number || r.ProjectCode == code || (typed.Length > 1 && r.ProjectName.Contains(typed)))
            .OrderByDescending(r => r.ChangedAt).Take(MaxRecords).ToListAsync(cancellation);
        var record = records.Count == 1 ? records[0] : records.Find(r => r.ProjectNumber == number || r.ProjectCode == code || r.ProjectName == typed);
        return await FindingAsync(typed, records, record, ProjectNumber.Problem(number, deadlines.Today) is null ? number : null, actor, cancellation);
    }

    /// <summary>The same from a record the enterprise is looking at.</summary>
    public async Task<ProjectFinding> LookAsync(Guid recordId, Actor actor, CancellationToken cancellation = default)
    {
        var record = await db.Records.AsNoTracking().Include(r => r.Sections).VisibleTo(actor).SingleOrDefaultAsync(r => r.Id == recordId, cancellation)
            ?? throw new NotFoundException(nameof(PerformanceRecord), recordId);
        return await FindingAsync(record.ProjectName, [record], record, record.ProjectNumber, actor, cancellation);
    }

    /// <summary>Starts a filing, prefilled, unless the decision table says that another way is right; and remembers what the national platform showed.</summary>
    public async Task<StartResult> StartAsync(StartFiling start, ProjectFinding finding, Actor actor, CancellationToken cancellation = default)
    {
        var type = start.Type;
        var situation = finding.Known with
        {
            Sector = type.StatesSector ? start.Sector ?? finding.Known.Sector : finding.Known.Sector,
            Target = type.Askable == Sections.None || start.Asked == Sections.None ? null : start.Asked,
            Raisable = start.Grade is { } grade && type.RaisesGrade ? finding.Wanting(Wish.Raise, start.Asked, grade).Raisable : null,
        };
        if (Advisor.Guard(type, situation).FirstOrDefault() is { } wrong)
        {
            return new StartResult.Refused(wrong);
        }

        if (type.Nationally is var (sections, other) && type.RouteTo(start.To)?.Destinations.Contains(Destination.NationalPlatform) == true
            && FilingGuard.Nationally(situation with { Target = sections }, other).FirstOrDefault() is { } notThere)
        {
            return new StartResult.Refused(notThere);
        }

        var result = await filings.StartAsync(
            start with { RecordId = type.TakesRecord ? finding.Record?.Id : null, Basic = BasicOf(finding) }, actor, cancellation);
        if (result is StartResult.Started started && finding.National is { Answered: true } answer)
        {
            started.Application.FoundNationally(answer.Sections, answer.At);
            await db.SaveChangesAsync(cancellation);
        }

        return result;
    }

    /// <summary>Asks the national platform anew about a filing that is about to be submitted; the check then knows.</summary>
    public async Task RefreshAsync(Guid applicationId, Actor actor, CancellationToken cancellation = default)
    {
        var application = await db.Applications.VisibleTo(actor).SingleOrDefaultAsync(a => a.Id == applicationId, cancellation)
            ?? throw new NotFoundException(nameof(Domain.Applications.Application), applicationId);
        if (application.Stage.IsEnterprises() && application.ProjectNumber is { } number && await AskAsync(number, actor, cancellation) is { Answered: true } answer)
        {
            application.FoundNationally(answer.Sections, answer.At);
            await db.SaveChangesAsync(cancellation);
        }

        // whoever reads it next reads what stands by then
        db.Entry(application).State = EntityState.Detached;
    }

    /// <summary>The filing of a type that the enterprise has under way for the project found; null where there is none.</summary>
    public async Task<Guid?> OpenAsync(Domain.Applications.ApplicationType type, ProjectFinding? finding, Actor actor, CancellationToken cancellation = default) =>
        actor.Level == Level.Enterprise && type.TakesRecord && finding?.Record?.Id is { } record
            ? await db.Applications.Where(a => a.EnterpriseId == actor.OrganisationId && a.RecordId == record && a.TypeCode == type.Code && a.ClosedAt == null)
                .Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellation)
            : null;

    /// <summary>How many working days a step of the advice may take; null where no limit runs.</summary>
    public int? DaysFor(AdviceStep step) => step.At is { } stage ? deadlines.DaysAt(stage) : null;

    private async Task<ProjectFinding> FindingAsync(
        string text, IReadOnlyList<PerformanceRecord> records, PerformanceRecord? record, string? number, Actor actor, CancellationToken cancellation)
    {
        number = record?.ProjectNumber ?? number;
        var answer = number is null ? null : await AskAsync(number, actor, cancellation);
        var provincial = record is not null || (number is not null && await db.Records.AnyAsync(r => r.ProjectNumber == number, cancellation));
        var shown = answer is { Answered: true } ? answer.Sections | (record?.ShownNationally ?? Sections.None) : record?.ShownNationally;
        var basic = record?[Sections.Basic]?.Values;
        return new ProjectFinding
        {
            Text = text,
            Records = [.. records.Select(Found)],
            Record = record is null ? null : Found(record),
            ProjectNumber = number,
            ProjectName = record?.ProjectName ?? answer?.Name,
            National = answer,
            ShownGrades = GradesOf(answer, record),
            Known = new Situation
            {
                Sector = record?.Sector ?? SectorOf(number),
                Provincial = number is null && record is null ? null : provincial,
                OwnRecord = number is null && record is null ? null : record is not null && record.EnterpriseId == actor.OrganisationId,
                National = shown,
                Completed = record?[Sections.Acceptance] is not null || basic?[nameof(BasicInfo.EDate)] is { Length: > 0 } ? true : null,
                Reviewed = record?[Sections.DrawingReview] is not null ? true : null,
                InProvince = record is not null ? true : number is null ? null : Regions.IsKnown(number[..6]),
                Before2016 = DayOf(record) is { } day ? day.Year < 2016 : null,
            },
        };
    }

    private async Task<NationalAnswer> AskAsync(string number, Actor actor, CancellationToken cancellation)
    {
        // survey and design of one project are two enterprises' business, and each has contracts and indicators of its own
        var creditCode = actor.Level != Level.Enterprise ? null
            : await db.Organisations.Where(o => o.Id == actor.OrganisationId).Select(o => o.CreditCode).SingleOrDefaultAsync(cancellation);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return (await national.LookAsync(number, patience.Token)).For(creditCode);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new NationalAnswer(false, null, [], clock.GetUtcNow().UtcDateTime);
        }
    }

    private static Dictionary<Sections, DataGrade> GradesOf(NationalAnswer? answer, PerformanceRecord? record)
    {
        var grades = (answer?.Shown ?? new Dictionary<Sections, DataGrade>()).ToDictionary(g => g.Key, g => g.Value);
        foreach (var section in (record?.Sections ?? []).Where(s => s.ShownGrade is not null))
        {
            grades.TryAdd(section.Section, section.ShownGrade!.Value);
        }

        return grades;
    }

    // digits 13 and 14 say the project category in numbers of the older form; other enterprises' survey cannot be seen from it
    private static Sector? SectorOf(string? number) => number?[12..14] switch { "01" => Sector.Building, "02" => Sector.Municipal, _ => null };

    private static DateOnly? DayOf(PerformanceRecord? record) => record is null ? null : ProjectDay.Of(record.Sections.ToDictionary(s => s.Section, s => s.Values));

    private static SectionValues? BasicOf(ProjectFinding finding) => finding.ProjectNumber is null ? null : SectionValues.Of(
        (nameof(BasicInfo.PrjNum), finding.ProjectNumber),
        (nameof(BasicInfo.PrjName), finding.ProjectName ?? ""),
        (nameof(BasicInfo.CountyNum), Regions.Find(finding.ProjectNumber[..6]) is { Kind: RegionKind.County } county ? county.Code : ""));

    private static FoundRecord Found(PerformanceRecord r) => new(r.Id, r.ProjectName, r.ProjectNumber, r.RegionCode, r.Sector, r.Held, r.ShownNationally);
}
