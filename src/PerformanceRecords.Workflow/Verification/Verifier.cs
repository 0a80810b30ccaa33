using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Sheets;

namespace PerformanceRecords.Workflow.Verification;

/// <summary>Whether a paper still holds.</summary>
public enum PaperState
{
    /// <summary>有效</summary>
    InForce,

    /// <summary>已收回</summary>
    Withdrawn,

    /// <summary>已被替代</summary>
    Superseded,
}

/// <summary>What a stranger who holds a paper is told about it. Nothing personal, and nothing that is not on the paper.</summary>
/// <param name="Since">When it ceased to hold.</param>
/// <param name="Newer">What took its place.</param>
/// <param name="PdfSha256">What a file at hand is compared with; null while the PDF is owed.</param>
public abstract record VerifiedPaper(
    PaperState State, string Issuer, DateTime IssuedAt, DateTime? Since, NewerPaper? Newer, string Digest, string? PdfSha256);

/// <summary>A letter.</summary>
public sealed record VerifiedLetter(
    PaperState State, string Issuer, DateTime IssuedAt, DateTime? Since, NewerPaper? Newer, string Digest, string? PdfSha256,
    LetterKind Kind, string Title, string Number, string Addressee, IReadOnlyList<VerifiedProject> Projects)
    : VerifiedPaper(State, Issuer, IssuedAt, Since, Newer, Digest, PdfSha256);

/// <summary>A record sheet.</summary>
/// <param name="Lines">What it says, line by line.</param>
/// <param name="Editions">Every edition of the record's sheet, newest first.</param>
public sealed record VerifiedSheet(
    PaperState State, string Issuer, DateTime IssuedAt, DateTime? Since, NewerPaper? Newer, string Digest, string? PdfSha256,
    int Edition, string ProjectName, string? ProjectNumber, string EnterpriseName, IReadOnlyList<string> Lines, IReadOnlyList<string>? NewerLines, IReadOnlyList<(int Edition, DateTime IssuedAt)> Editions)
    : VerifiedPaper(State, Issuer, IssuedAt, Since, Newer, Digest, PdfSha256);

/// <summary>A project that a letter names.</summary>
public sealed record VerifiedProject(int Position, string Name, string? Number, string Enterprise);

/// <summary>The paper that holds instead.</summary>
public sealed record NewerPaper(string Name, string Code);

/// <summary>真伪核验: looks up the paper behind a code.</summary>
public sealed class Verifier(AppDbContext db)
{
    /// <summary>Null where no paper has this code.</summary>
    /// <param name="issuer">By whom record sheets are issued.</param>
    public async Task<VerifiedPaper?> FindAsync(string code, string issuer, CancellationToken cancellation = default) =>
        await LetterAsync(code, cancellation) ?? (VerifiedPaper?)await SheetAsync(code, issuer, cancellation);

    private async Task<VerifiedLetter?> LetterAsync(string code, CancellationToken cancellation)
    {
        var letter = await db.Letters.AsNoTracking().Include(l => l.Cases).SingleOrDefaultAsync(l => l.Code == code, cancellation);
        if (letter is null)
        {
            return null;
        }

        var newer = await NewerAsync(letter, cancellation);
        var state = letter.State == LetterState.Withdrawn ? PaperState.Withdrawn : newer is not null ? PaperState.Superseded : PaperState.InForce;
        return new VerifiedLetter(
            state, letter.FromName, letter.SignedAt!.Value, letter.WithdrawnAt ?? newer?.SignedAt, newer is null ? null : new(newer.Number!, newer.Code!),
            letter.Digest!, await PdfAsync(PrintSubject.Letter, letter.Id, cancellation), letter.Kind, letter.Title, letter.Number!, letter.Addressee,
            [.. letter.Cases.OrderBy(c => c.Position).Select(c => new VerifiedProject(c.Position, c.ProjectName!, c.ProjectNumber, c.EnterpriseName!))]);
    }

    // a later letter of the same kind from the same bureau over all of the same cases takes its place
    private async Task<Letter?> NewerAsync(Letter letter, CancellationToken cancellation)
    {
        var ids = letter.Cases.Select(c => c.ApplicationId).ToList();
        return await db.Letters.AsNoTracking()
            .Where(l => l.State == LetterState.Signed && l.FromId == letter.FromId && l.Kind == letter.Kind && l.SignedAt > letter.SignedAt
                && db.LetterCases.Count(c => c.LetterId == l.Id && ids.Contains(c.ApplicationId)) == ids.Count)
            .OrderByDescending(l => l.SignedAt).FirstOrDefaultAsync(cancellation);
    }

    private async Task<VerifiedSheet?> SheetAsync(string code, string issuer, CancellationToken cancellation)
    {
        var sheet = await db.RecordSheets.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancellation);
        if (sheet is null)
        {
            return null;
        }

        var editions = await db.RecordSheets.AsNoTracking().Where(s => s.RecordId == sheet.RecordId).OrderByDescending(s => s.Edition)
            .Select(s => new { s.Edition, s.IssuedAt, s.Code }).ToListAsync(cancellation);
        var newest = editions[0].Edition > sheet.Edition ? await db.RecordSheets.AsNoTracking().SingleAsync(s => s.Code == editions[0].Code, cancellation) : null;
        return new VerifiedSheet(
            newest is null ? PaperState.InForce : PaperState.Superseded, issuer, sheet.IssuedAt, newest?.IssuedAt,
            newest is null ? null : new($"业绩信息表 第 {newest.Edition} 版", newest.Code), sheet.Digest, await PdfAsync(PrintSubject.RecordSheet, sheet.Id, cancellation),
            sheet.Edition, sheet.ProjectName, sheet.ProjectNumber, sheet.EnterpriseName, Lines(sheet), newest is null ? null : Lines(newest),
            [.. editions.Select(e => (e.Edition, e.IssuedAt))]);
    }

    private static IReadOnlyList<string> Lines(RecordSheet sheet) => SheetText.Public(sheet.Text);

    private Task<string?> PdfAsync(PrintSubject subject, Guid id, CancellationToken cancellation) =>
        db.PrintJobs.AsNoTracking().Where(j => j.Subject == subject && j.SubjectId == id).Select(j => j.Sha256).SingleOrDefaultAsync(cancellation);
}
