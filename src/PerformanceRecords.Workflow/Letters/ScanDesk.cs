using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Files;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Verification;
using PerformanceRecords.Workflow.Audit;
using PerformanceRecords.Workflow.Filing;

namespace PerformanceRecords.Workflow.Letters;

/// <summary>盖章扫描件: takes the stamped paper back in, finds its letter by code or number, and lays it beside the text that was signed.</summary>
public sealed class ScanDesk(AppDbContext db, FileStore files, AuditLog audit, TimeProvider clock)
{
    public const int MaxMegabytes = 40;

    /// <param name="codeOrNumber">What was typed from the paper: the code, the address in the QR picture, or the number.</param>
    /// <param name="readCode">What the browser read from the QR picture in the file; it is not typed over.</param>
    public async Task<ScanResult> AddAsync(string? codeOrNumber, string? readCode, string fileName, Stream content, Actor actor, CancellationToken cancellation = default)
    {
        var typed = (codeOrNumber ?? "").Trim();
        var code = CodeIn(typed);
        var number = typed.Replace('[', '〔').Replace(']', '〕').Replace(" ", "", StringComparison.Ordinal);
        var letter = typed.Length == 0 ? null : await db.Letters.AsNoTracking().VisibleTo(actor)
            .SingleOrDefaultAsync(l => l.FromId == actor.OrganisationId && l.Number != null && ((code != null && l.Code == code) || l.Number == number), cancellation);
        if (letter is null)
        {
            return new ScanResult.Refused(new("scan-letter", "Code", typed.Length == 0
                ? "请填写函件上的核验码或发文字号；选文件后会自动识别二维码。"
                : $"本单位没有核验码或文号是“{typed}”的函件，请与纸面核对。"));
        }

        if (CodeIn(readCode ?? "") is { } onPaper && onPaper != letter.Code)
        {
            return new ScanResult.Refused(new("scan-other", "Code", $"扫描件上的二维码是 {VerificationCode.Grouped(onPaper)}，不是 {letter.Number} 的。请重选扫描件，或者按扫描件上的核验码填写。"));
        }

        IncomingFile incoming;
        try
        {
            incoming = await files.ReceiveAsync(content, MaxMegabytes * 1024L * 1024L, cancellation);
        }
        catch (FileTooLargeException)
        {
            return new ScanResult.Refused(new("file-too-large", "File", $"扫描件不超过 {MaxMegabytes} MB，请降低分辨率（200–300 dpi）后再传。"));
        }

        using (incoming)
        {
            FileContent found;
            await using (var stream = incoming.OpenRead())
            {
                found = FileContent.Of(stream);
            }

            if (found.ContentType is not ("application/pdf" or "image/jpeg" or "image/png"))
            {
                return new ScanResult.Refused(new("file-kind", "File", $"“{fileName}”的内容是{found.What}，扫描件只接受 PDF、JPG、PNG。"));
            }

            if (await db.SealedScans.AnyAsync(s => s.LetterId == letter.Id && s.Sha256 == incoming.Sha256, cancellation))
            {
                return new ScanResult.Refused(new("file-twice", "File", "这份扫描件已经上传过，不用再传。"));
            }

            incoming.Keep();
            db.SealedScans.Add(new SealedScan
            {
                LetterId = letter.Id,
                FileName = fileName.Length <= 200 ? fileName : fileName[^200..],
                ContentType = found.ContentType,
                Size = incoming.Size,
                Sha256 = incoming.Sha256,
                MatchedBy = code is not null && letter.Code == code ? ScanMatch.Code : ScanMatch.Number,
                UploadedAt = clock.GetUtcNow().UtcDateTime,
                UploadedBy = actor.UserId,
                UploadedByName = actor.FullName,
            });
            audit.Add(actor, "letter.Scan", letter.Id, fileName);
            await db.SaveChangesAsync(cancellation);
            return new ScanResult.Taken(letter);
        }
    }

    /// <exception cref="NotFoundException">No such scan of a letter that this actor sees.</exception>
    public async Task<(SealedScan Scan, Stream Content)> OpenAsync(Guid letterId, Guid scanId, Actor actor, CancellationToken cancellation = default)
    {
        var scan = await (
            from s in db.SealedScans.AsNoTracking()
            join l in db.Letters.VisibleTo(actor) on s.LetterId equals l.Id
            where s.Id == scanId && l.Id == letterId
            select s).SingleOrDefaultAsync(cancellation) ?? throw new NotFoundException(nameof(SealedScan), scanId);
        return (scan, files.Open(scan.Sha256));
    }

    // a code, or the address in the QR picture, which ends in it
    private static string? CodeIn(string text) => VerificationCode.Read(text[(text.LastIndexOf('/') + 1)..]);
}

/// <summary>What came of a scan.</summary>
public abstract record ScanResult
{
    public sealed record Taken(Letter Letter) : ScanResult;

    public sealed record Refused(Breach Breach) : ScanResult;
}
