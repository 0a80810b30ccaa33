using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>A case as its reviewers have it before them: what was last submitted, never what the enterprise is writing now.</summary>
public sealed record CaseFile(CaseHead Head, IReadOnlyList<EvidenceFile> Evidence, IReadOnlyList<ApplicationEvent> Events)
{
    public Application Application => Head.Application;

    public Submission Submission => Head.Submission;

    public EvidenceFile? File(Guid id) => Evidence.FirstOrDefault(f => f.Id == id);
}

/// <summary>The case itself, with what it points to.</summary>
public sealed record CaseHead(
    Application Application, Submission Submission, string EnterpriseName, string? CreditCode, string? ContactName, string? ContactPhone,
    string? HolderName, Guid? SignedLetterId, Guid? OpenLetterId, Guid? PortId);

/// <summary>Reads cases for review, in three compiled queries.</summary>
public sealed class CaseFiles(AppDbContext db)
{
    private static readonly PerModel<Compiled> Queries = new();

    /// <exception cref="NotFoundException">No such case for this actor, or one that was never submitted.</exception>
    public async Task<CaseFile> OpenAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        var queries = Queries.For(db);
        var head = await queries.Head(db, id);
        if (head is null || !head.Application.IsVisibleTo(actor))
        {
            throw new NotFoundException(nameof(Application), id);
        }

        var files = new List<EvidenceFile>();
        await foreach (var file in queries.Evidence(db, id).WithCancellation(cancellation))
        {
            files.Add(file);
        }

        var events = new List<ApplicationEvent>();
        await foreach (var happened in queries.Events(db, id).WithCancellation(cancellation))
        {
            events.Add(happened);
        }

        // what the enterprise submitted, and what a bureau added itself
        var submitted = head.Submission.EvidenceIds.ToHashSet();
        files.RemoveAll(f => !submitted.Contains(f.Id) && f.Kind != EvidenceKind.MinistryReply.Code);
        return new CaseFile(head, files, events);
    }

    private sealed class Compiled
    {
        public readonly Func<AppDbContext, Guid, Task<CaseHead?>> Head = EF.CompileAsyncQuery((AppDbContext db, Guid id) => (
            from a in db.Applications.AsNoTracking()
            join s in db.Submissions.AsNoTracking() on new { a.Id, Number = a.Submissions } equals new { Id = s.ApplicationId, s.Number }
            join e in db.Organisations.AsNoTracking() on a.EnterpriseId equals e.Id
            join h in db.Organisations.AsNoTracking() on a.HolderId equals h.Id into holders
            from holder in holders.DefaultIfEmpty()
            where a.Id == id
            select new CaseHead(
                a, s, e.Name, e.CreditCode, e.ContactName, e.ContactPhone, holder == null ? null : holder.ShortName,
                db.LetterCases.Where(c => c.ApplicationId == id)
                    .Join(db.Letters.Where(l => l.State == LetterState.Signed), c => c.LetterId, l => l.Id, (c, l) => l)
                    .OrderByDescending(l => l.SignedAt).Select(l => (Guid?)l.Id).FirstOrDefault(),
                db.LetterCases.Where(c => c.ApplicationId == id)
                    .Join(db.Letters.Where(l => l.State == LetterState.Draft || l.State == LetterState.AwaitingSignature), c => c.LetterId, l => l.Id, (c, l) => (Guid?)l.Id)
                    .FirstOrDefault(),
                db.SupplementPorts.Where(p => p.ApplicationId == id).OrderByDescending(p => p.OpenedAt).Select(p => (Guid?)p.Id).FirstOrDefault()))
            .FirstOrDefault());

        public readonly Func<AppDbContext, Guid, IAsyncEnumerable<EvidenceFile>> Evidence = EF.CompileAsyncQuery((AppDbContext db, Guid id) =>
            db.EvidenceFiles.AsNoTracking().Where(f => f.ApplicationId == id).OrderBy(f => f.UploadedAt).AsQueryable());

        public readonly Func<AppDbContext, Guid, IAsyncEnumerable<ApplicationEvent>> Events = EF.CompileAsyncQuery((AppDbContext db, Guid id) =>
            db.ApplicationEvents.AsNoTracking().Where(e => e.ApplicationId == id).OrderBy(e => e.At).AsQueryable());
    }
}
