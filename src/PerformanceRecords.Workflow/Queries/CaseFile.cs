using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>A case as its reviewers have it before them: what was last submitted, never what the enterprise is writing now.</summary>
public sealed record CaseFile(CaseHead Head, Submission Submission, CaseLinks Links, IReadOnlyList<EvidenceFile> Evidence)
{
    public Application Application => Head.Application;

    public IReadOnlyList<ApplicationEvent> Events => Head.Events;

    public EvidenceFile? File(Guid id) => Evidence.FirstOrDefault(f => f.Id == id);
}

/// <summary>The case itself, with what it points to and what happened to it.</summary>
public sealed record CaseHead(Application Application, string EnterpriseName, string? HolderName, IReadOnlyList<ApplicationEvent> Events);

/// <summary>The letters and the port a case has, once it has come that far.</summary>
public sealed record CaseLinks(Guid? SignedLetterId, Guid? OpenLetterId, Guid? PortId)
{
    public static CaseLinks None { get; } = new(null, null, null);
}

/// <summary>
/// Reads cases for review by compiled queries: one for a case that has just come in and one for what was submitted, unless that was read before; more only
/// where its history says there is more.
/// </summary>
public sealed class CaseFiles(AppDbContext db, SubmissionShelf submissions, OrganisationNames names)
{
    private static readonly PerModel<Compiled> Queries = new();

    /// <exception cref="NotFoundException">No such case for this actor, or one that was never submitted.</exception>
    public async Task<CaseFile> OpenAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        var queries = Queries.For(db);
        var story = await queries.Story(db, id).FirstOrDefaultAsync(cancellation);
        if (story is null || !story.Application.IsVisibleTo(actor) || await submissions.FindAsync(db, id, story.Application.Submissions) is not { } submission)
        {
            throw new NotFoundException(nameof(Application), id);
        }

        var head = await HeadAsync(story, cancellation);
        var links = HasLinks(head) ? await queries.Links(db, id) : CaseLinks.None;
        return new CaseFile(head, submission, links, await EvidenceAsync(head.Application, submission, cancellation));
    }

    private async Task<CaseHead> HeadAsync(Story story, CancellationToken cancellation)
    {
        var (enterprise, holder) = (story.Application.EnterpriseId, story.Application.HolderId);
        var known = await names.OfAsync(db, holder is { } other ? [enterprise, other] : [enterprise], cancellation);
        return new CaseHead(story.Application, known[enterprise].Full, holder is { } one ? known[one].Short : null, story.Events);
    }

    private static bool HasLinks(CaseHead head) =>
        head.Application.Stage is Stage.CityLetter or Stage.ProvinceLetter || head.Events.Any(e => e.Act is Act.SignLetter or Act.OpenPort);

    // what the enterprise submitted, and what the province added itself once the ministry had the case
    private async Task<IReadOnlyList<EvidenceFile>> EvidenceAsync(Application application, Submission submission, CancellationToken cancellation)
    {
        if (!application.ReachedMinistry || Routes.Of(application.RouteCode).Recorders.Count == 0)
        {
            return submission.Evidence;
        }

        var files = submission.Evidence.ToList();
        await foreach (var reply in Queries.For(db).Replies(db, application.Id, EvidenceKind.MinistryReply.Code).WithCancellation(cancellation))
        {
            files.Add(reply);
        }

        return files;
    }

    private sealed record Story(Application Application, List<ApplicationEvent> Events);

    private sealed class Compiled
    {
        // not the first of them: that would be cut out, written down and sorted before the history is put to it, and there is only one
        public readonly Func<AppDbContext, Guid, IAsyncEnumerable<Story>> Story = EF.CompileAsyncQuery((AppDbContext db, Guid id) =>
            from a in db.Applications.AsNoTracking()
            where a.Id == id
            select new Story(a, db.ApplicationEvents.Where(happened => happened.ApplicationId == a.Id).OrderBy(happened => happened.At).ToList()));

        public readonly Func<AppDbContext, Guid, Task<CaseLinks>> Links = EF.CompileAsyncQuery((AppDbContext db, Guid id) =>
            db.Applications.Where(a => a.Id == id).Select(a => new CaseLinks(
                db.LetterCases.Where(c => c.ApplicationId == id)
                    .Join(db.Letters.Where(l => l.State == LetterState.Signed), c => c.LetterId, l => l.Id, (c, l) => l)
                    .OrderByDescending(l => l.SignedAt).Select(l => (Guid?)l.Id).FirstOrDefault(),
                db.LetterCases.Where(c => c.ApplicationId == id)
                    .Join(db.Letters.Where(l => l.State == LetterState.Draft || l.State == LetterState.AwaitingSignature), c => c.LetterId, l => l.Id, (c, l) => (Guid?)l.Id)
                    .FirstOrDefault(),
                db.SupplementPorts.Where(p => p.ApplicationId == id).OrderByDescending(p => p.OpenedAt).Select(p => (Guid?)p.Id).FirstOrDefault())).First());

        public readonly Func<AppDbContext, Guid, string, IAsyncEnumerable<EvidenceFile>> Replies = EF.CompileAsyncQuery((AppDbContext db, Guid id, string kind) =>
            db.EvidenceFiles.AsNoTracking().Where(f => f.ApplicationId == id && f.Kind == kind).OrderBy(f => f.UploadedAt).AsQueryable());
    }
}
