using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Files;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Workflow.Filing;

/// <summary>Takes evidence files in, replaces them, takes them out, and hands them to those who may see the application.</summary>
public sealed class EvidenceDesk(AppDbContext db, FileStore files, FilingDesk filings, TimeProvider clock)
{
    private const int MaxFilesPerItem = 15;

    /// <param name="replaces">The file this one takes the place of.</param>
    public async Task<UploadResult> AddAsync(
        Guid applicationId, string kindCode, string fileName, Stream content, Guid? replaces, Actor actor, CancellationToken cancellation = default)
    {
        var application = await filings.WritableAsync(applicationId, null, actor, cancellation);
        var kind = EvidenceKind.Find(kindCode);
        var plan = ApplicationTypes.Of(application.TypeCode).PlanFor(application);
        if (kind is null || !plan.Evidence.Any(r => r.AnyOf.Contains(kind)))
        {
            throw new NotFoundException(nameof(EvidenceKind), kindCode);
        }

        return await ReceiveAsync(application, kind, fileName, content, replaces, actor, cancellation);
    }

    /// <summary>The scan of a decision that another level took on paper, by whoever may write it down.</summary>
    public async Task<UploadResult> AddReplyAsync(Guid applicationId, string fileName, Stream content, Actor actor, CancellationToken cancellation = default)
    {
        var application = await db.Applications.VisibleTo(actor).SingleOrDefaultAsync(a => a.Id == applicationId, cancellation);
        if (application is null || Routes.Of(application.RouteCode).RecorderAt(application.Stage) != actor.Level)
        {
            throw new NotFoundException(nameof(Application), applicationId);
        }

        return await ReceiveAsync(application, EvidenceKind.MinistryReply, fileName, content, null, actor, cancellation);
    }

    private async Task<UploadResult> ReceiveAsync(
        Application application, EvidenceKind kind, string fileName, Stream content, Guid? replaces, Actor actor, CancellationToken cancellation)
    {
        var (applicationId, kindCode) = (application.Id, kind.Code);
        var name = CleanName(fileName);
        var field = "Evidence." + kind.Code;
        IncomingFile incoming;
        try
        {
            incoming = await files.ReceiveAsync(content, kind.MaxMegabytes * 1024L * 1024L, cancellation);
        }
        catch (FileTooLargeException)
        {
            return new UploadResult.Refused(new("file-too-large", field, $"“{name}”超过 {kind.MaxMegabytes} MB。{kind.Title}单个文件不超过 {kind.MaxMegabytes} MB，请压缩或分成几个文件上传。"));
        }

        using (incoming)
        {
            FileContent found;
            await using (var stream = incoming.OpenRead())
            {
                found = FileContent.Of(stream);
            }

            if (found.ContentType is null)
            {
                return new UploadResult.Refused(new("file-kind", field, $"“{name}”的内容是{found.What}，只接受 {FileContent.Accepted}。{found.Advice}"));
            }

            var current = await db.EvidenceFiles.Where(f => f.ApplicationId == applicationId && f.Kind == kindCode && f.RemovedAt == null).ToListAsync(cancellation);
            if (current.Find(f => f.Sha256 == incoming.Sha256 && f.Id != replaces) is { } same)
            {
                return new UploadResult.Refused(new("file-twice", field, $"这份文件已经上传过（{same.FileName}），不用再传。"));
            }

            if (replaces is null && current.Count >= MaxFilesPerItem)
            {
                return new UploadResult.Refused(new("too-many-files", field, $"{kind.Title}最多 {MaxFilesPerItem} 个文件。请合并成一个 PDF，或先移除不用的。"));
            }

            incoming.Keep();
            var now = clock.GetUtcNow().UtcDateTime;
            var file = new EvidenceFile
            {
                ApplicationId = applicationId,
                Kind = kind.Code,
                FileName = name,
                ContentType = found.ContentType,
                Size = incoming.Size,
                Sha256 = incoming.Sha256,
                UploadedAt = now,
                UploadedBy = actor.UserId,
                UploadedByName = actor.FullName,
            };
            db.EvidenceFiles.Add(file);
            if (replaces is { } former)
            {
                var replaced = current.Find(f => f.Id == former) ?? throw new NotFoundException(nameof(EvidenceFile), former);
                replaced.RemovedAt = now;
            }

            application.Touch(now);
            await db.SaveChangesAsync(cancellation);
            return new UploadResult.Taken(file);
        }
    }

    public async Task RemoveAsync(Guid applicationId, Guid fileId, Actor actor, CancellationToken cancellation = default)
    {
        var application = await filings.WritableAsync(applicationId, null, actor, cancellation);
        var file = await db.EvidenceFiles.SingleOrDefaultAsync(f => f.Id == fileId && f.ApplicationId == applicationId && f.RemovedAt == null, cancellation)
            ?? throw new NotFoundException(nameof(EvidenceFile), fileId);
        var now = clock.GetUtcNow().UtcDateTime;
        file.RemovedAt = now;
        application.Touch(now);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>A file of an application the actor may see, former versions included.</summary>
    public async Task<(EvidenceFile File, Stream Content)> OpenAsync(Guid applicationId, Guid fileId, Actor actor, CancellationToken cancellation = default)
    {
        var file = await (
            from f in db.EvidenceFiles.AsNoTracking()
            join a in db.Applications.VisibleTo(actor) on f.ApplicationId equals a.Id
            where f.Id == fileId && a.Id == applicationId
            select f).SingleOrDefaultAsync(cancellation) ?? throw new NotFoundException(nameof(EvidenceFile), fileId);
        return (file, files.Open(file.Sha256));
    }

    // shown and offered for download, so: no path, no control characters, not endless
    private static string CleanName(string fileName)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        name = new string([.. name.Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '\u202E'))]).Trim();
        return name.Length switch { 0 => "未命名", > 200 => name[^200..], _ => name };
    }
}

/// <summary>What came of an upload.</summary>
public abstract record UploadResult
{
    public sealed record Taken(EvidenceFile File) : UploadResult;

    public sealed record Refused(Breach Breach) : UploadResult;
}
