using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>What a reviewer holds a case against: the record as it stands, what the case starts from, the submission before, the permit.</summary>
public sealed record CaseBackground
{
    /// <summary>Every section of the record the case is about; none where there is no record.</summary>
    public IReadOnlyList<HeldSection> Record { get; init; } = [];

    /// <summary>The content of the record each proposed section starts from. Identity numbers are sealed.</summary>
    public IReadOnlyDictionary<Sections, SectionValues> Bases { get; init; } = new Dictionary<Sections, SectionValues>();

    /// <summary>Why each single change is asked for.</summary>
    public IReadOnlyList<ChangeReason> Reasons { get; init; } = [];

    /// <summary>The submission before the current one.</summary>
    public Submission? Former { get; init; }

    /// <summary>施工许可: what a registered contract waited for.</summary>
    public IReadOnlyList<CasePermit> Permits { get; init; } = [];

    public HeldSection? Held(Sections section) => Record.FirstOrDefault(s => s.Section == section);
}

/// <summary>One section of the record a case is about, as this portal holds it and as the national platform shows it.</summary>
/// <param name="Proposed">The case has content of its own for it.</param>
/// <param name="BaseRevision">The revision that content starts from.</param>
public sealed record HeldSection(
    Sections Section, SectionValues Values, int Revision, DateTime ApprovedAt, DataGrade Grade,
    DateTime? ShownAt, DataGrade? ShownGrade, bool Proposed, int? BaseRevision)
{
    /// <summary>Another filing changed it after the case took it over.</summary>
    public bool Moved => Proposed && Revision != (BaseRevision ?? 0);
}

/// <summary>The permit that released a case, and why the two belong together.</summary>
public sealed record CasePermit(string PermitNumber, DateOnly IssuedOn, DateTime ReceivedAt, string OwnerName, string Reason, string ByName, DateTime At);

/// <summary>Reads the background of a case; each part only where its type or its state has one.</summary>
public sealed class CaseBackgrounds(AppDbContext db, SubmissionShelf submissions)
{
    private static readonly PerModel<Compiled> Queries = new();

    public async Task<CaseBackground> OpenAsync(CaseFile file, CancellationToken cancellation = default)
    {
        var (queries, application, type) = (Queries.For(db), file.Application, ApplicationTypes.Of(file.Application.TypeCode));
        var record = application.RecordId is { } id ? await ListAsync(queries.Record(db, id, application.Id), cancellation) : [];
        return new CaseBackground
        {
            Record = record,
            Bases = application.RecordId is { } of ? await BasesAsync(of, record, cancellation) : new Dictionary<Sections, SectionValues>(),
            Reasons = type.IsChangeSet ? await ListAsync(queries.Reasons(db, application.Id), cancellation) : [],
            Former = application.Submissions > 1 ? await submissions.FindAsync(db, application.Id, application.Submissions - 1) : null,
            Permits = type.BeforeCompletion && application.Stage == Stage.Completed ? await ListAsync(queries.Permits(db, application.Id), cancellation) : [],
        };
    }

    // a section that moved, or that the case itself has changed since, is looked up in its history
    private async Task<IReadOnlyDictionary<Sections, SectionValues>> BasesAsync(Guid record, List<HeldSection> held, CancellationToken cancellation)
    {
        var bases = held.Where(s => s.BaseRevision == s.Revision).ToDictionary(s => s.Section, s => s.Values);
        foreach (var section in held.Where(s => s.BaseRevision is not null && s.BaseRevision != s.Revision))
        {
            cancellation.ThrowIfCancellationRequested();
            bases[section.Section] = await Queries.For(db).Revision(db, record, section.Section, section.BaseRevision!.Value) ?? new();
        }

        return bases;
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows, CancellationToken cancellation)
    {
        var list = new List<T>();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            list.Add(row);
        }

        return list;
    }

    private sealed class Compiled
    {
        public readonly Func<AppDbContext, Guid, Guid, IAsyncEnumerable<HeldSection>> Record = EF.CompileAsyncQuery((AppDbContext db, Guid record, Guid application) =>
            from s in db.RecordSections.AsNoTracking()
            join a in db.ApplicationSections.AsNoTracking().Where(a => a.ApplicationId == application) on s.Section equals a.Section into proposals
            from proposal in proposals.DefaultIfEmpty()
            where s.RecordId == record
            select new HeldSection(
                s.Section, s.Values, s.Revision, s.ApprovedAt, s.Grade, s.ShownAt, s.ShownGrade, proposal != null, proposal == null ? null : proposal.BaseRevision));

        public readonly Func<AppDbContext, Guid, Sections, int, Task<SectionValues?>> Revision = EF.CompileAsyncQuery(
            (AppDbContext db, Guid record, Sections section, int revision) => db.RecordRevisions.AsNoTracking()
                .Where(r => r.RecordId == record && r.Section == section && r.Revision == revision).Select(r => r.Values).FirstOrDefault());

        public readonly Func<AppDbContext, Guid, IAsyncEnumerable<ChangeReason>> Reasons = EF.CompileAsyncQuery((AppDbContext db, Guid id) =>
            db.ChangeReasons.AsNoTracking().Where(r => r.ApplicationId == id).AsQueryable());

        public readonly Func<AppDbContext, Guid, IAsyncEnumerable<CasePermit>> Permits = EF.CompileAsyncQuery((AppDbContext db, Guid id) =>
            from m in db.PermitMatches.AsNoTracking()
            join p in db.InboundPermits on m.PermitId equals p.Id
            where m.ApplicationId == id
            orderby m.At
            select new CasePermit(p.PermitNumber, p.IssuedOn, p.ReceivedAt, p.OwnerName, m.Reason, m.ByName, m.At));
    }
}
