using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Files;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Workflow.Sheets;

/// <summary>
/// 案卷: everything of one case as a zip, written as it is read. Named by rule: 00-申报信息表.txt and .pdf, 01-佐证材料/序号-材料名称-原文件名,
/// 02-函件/文号.txt and .pdf and 文号-盖章扫描件序号-原文件名, 03-办理经过.txt, and a manifest with every file's size and SHA-256 at the end.
/// </summary>
public sealed class DossierReader(AppDbContext db, CaseFiles cases, FilingSheetDesk sheets, FileStore files)
{
    /// <exception cref="NotFoundException">No such case for this actor.</exception>
    public async Task<Dossier> OpenAsync(Guid applicationId, Actor actor, CancellationToken cancellation = default)
    {
        var application = await db.Applications.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(a => a.Id == applicationId, cancellation)
            ?? throw new NotFoundException(nameof(Application), applicationId);
        // reviewers get what was last submitted, never what the enterprise is writing now
        var evidence = actor.Level == Level.Enterprise
            ? await db.EvidenceFiles.AsNoTracking().Where(f => f.ApplicationId == applicationId && f.RemovedAt == null).OrderBy(f => f.UploadedAt).ToListAsync(cancellation)
            : [.. (await cases.OpenAsync(applicationId, actor, cancellation)).Evidence.OrderBy(f => f.UploadedAt)];
        var events = await db.ApplicationEvents.AsNoTracking().Where(e => e.ApplicationId == applicationId).OrderBy(e => e.At).ToListAsync(cancellation);
        // enterprises see the notices to them, bureaus the letters they see anyway
        var letters = await db.Letters.AsNoTracking().VisibleTo(actor).Include(l => l.Cases)
            .Where(l => l.Number != null && db.LetterCases.Any(c => c.LetterId == l.Id && c.ApplicationId == applicationId)).OrderBy(l => l.SignedAt).ToListAsync(cancellation);
        var sheet = application.SubmittedAt is null ? null : await sheets.OpenAsync(applicationId, actor, cancellation);
        var ids = letters.ConvertAll(l => l.Id);
        var printed = sheet is null ? ids : [.. ids, sheet.AsOf.Id];
        var prints = await db.PrintJobs.AsNoTracking().Where(j => printed.Contains(j.SubjectId) && j.Sha256 != null).ToListAsync(cancellation);
        var scans = await db.SealedScans.AsNoTracking().Where(s => ids.Contains(s.LetterId)).OrderBy(s => s.UploadedAt).ToListAsync(cancellation);
        return new Dossier(
            application,
            [
                .. sheet is null ? [] : SheetEntries(sheet, prints.Find(j => sheet.IsOn(j))),
                .. EvidenceEntries(evidence),
                .. letters.SelectMany(l => LetterEntries(l, prints.Find(j => j.Subject == PrintSubject.Letter && j.SubjectId == l.Id)?.Sha256, scans.Where(s => s.LetterId == l.Id))),
                CourseEntry(events),
            ],
            files);
    }

    private static IEnumerable<DossierEntry> SheetEntries(FilingSheet sheet, PrintJob? print)
    {
        yield return new("00-申报信息表.txt", null, sheet.Text);
        if (print is not null)
        {
            yield return new("00-申报信息表.pdf", print.Sha256, null);
        }
    }

    private static IEnumerable<DossierEntry> EvidenceEntries(List<EvidenceFile> evidence)
    {
        var number = 0;
        foreach (var file in evidence)
        {
            yield return new($"01-佐证材料/{++number:00}-{Clean(EvidenceKind.Find(file.Kind)?.Title ?? file.Kind)}-{Clean(file.FileName)}", file.Sha256, null);
        }
    }

    private static IEnumerable<DossierEntry> LetterEntries(Letter letter, string? pdf, IEnumerable<SealedScan> scans)
    {
        var name = $"02-函件/{Clean(letter.Number!)}";
        yield return new($"{name}.txt", null, LetterText.Canonical(letter));
        if (pdf is not null)
        {
            yield return new($"{name}.pdf", pdf, null);
        }

        var number = 0;
        foreach (var scan in scans)
        {
            yield return new($"{name}-盖章扫描件{++number:00}-{Clean(scan.FileName)}", scan.Sha256, null);
        }
    }

    private static DossierEntry CourseEntry(List<ApplicationEvent> events) => new("03-办理经过.txt", null, string.Concat(events.Select(e => string.Create(CultureInfo.InvariantCulture,
        $"{ChinaClock.ToChina(e.At):yyyy-MM-dd HH:mm}\t{e.OrganisationName}\t{e.UserName}\t{e.Act.Chinese()}\t{e.From.Chinese()}→{e.To.Chinese()}\t{e.Reference}\t{e.Opinion?.ReplaceLineEndings(" ")}\n"))));

    internal static string Clean(string name) =>
        string.Concat(name.Select(c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.IsControl(c) ? '_' : c)).Trim('.', ' ') is { Length: > 0 } clean
            ? clean.Length <= 120 ? clean : clean[^120..]
            : "未命名";
}

/// <summary>One file of a dossier: kept in the store under its digest, or a text.</summary>
public sealed record DossierEntry(string Name, string? Sha256, string? Text);

/// <summary>A dossier that is about to be written.</summary>
public sealed class Dossier(Application application, IReadOnlyList<DossierEntry> entries, FileStore files)
{
    /// <summary>受理号-项目名称.zip</summary>
    public string FileName => $"{application.Number ?? "草稿"}-{DossierReader.Clean(application.ProjectName)}.zip";

    public IReadOnlyList<DossierEntry> Entries => entries;

    /// <summary>Writes file after file; nothing is held in memory but the one that is being copied.</summary>
    public async Task WriteAsync(Stream target, CancellationToken cancellation = default)
    {
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation);
        var manifest = new StringBuilder("\uFEFF文件,字节,SHA-256\n");
        foreach (var entry in entries)
        {
            // what was scanned is compressed already
            var packed = zip.CreateEntry(entry.Name, entry.Text is null ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
            await using var to = await packed.OpenAsync(cancellation);
            await using var from = entry.Text is { } text ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : files.Open(entry.Sha256!);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[81920];
            long size = 0;
            for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0; size += read)
            {
                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            manifest.Append(CultureInfo.InvariantCulture, $"\"{entry.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{size},{Convert.ToHexStringLower(hash.GetHashAndReset())}\n");
        }

        await using var list = await zip.CreateEntry("manifest.csv", CompressionLevel.Fastest).OpenAsync(cancellation);
        await list.WriteAsync(Encoding.UTF8.GetBytes(manifest.ToString()), cancellation);
    }
}
