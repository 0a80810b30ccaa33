using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Printing;

namespace PerformanceRecords.Workflow.Letters;

/// <summary>
/// Checks all letters at once: every digest against text and archive, every PDF against its fingerprint, every series for numbers that no letter
/// bears, and that what a letter moved is in it.
/// </summary>
public sealed class LetterCheck(AppDbContext db, LetterArchive archive)
{
    public async Task<LetterCheckResult> RunAsync(CancellationToken cancellation = default)
    {
        var problems = new List<string>();
        var covered = new HashSet<(string Number, Guid Application)>();
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var prints = await db.PrintJobs.AsNoTracking().Where(j => j.Subject == PrintSubject.Letter && j.Sha256 != null).ToDictionaryAsync(j => j.SubjectId, j => j.Sha256!, cancellation);
        var signed = db.Letters.AsNoTracking().Include(l => l.Cases).Where(l => l.Number != null).OrderBy(l => l.Id);
        await foreach (var letter in signed.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            numbers.Add(letter.Number!);
            covered.UnionWith(letter.Cases.Select(c => (letter.Number!, c.ApplicationId)));
            if (await archive.ProblemOfAsync(letter, cancellation) is { } problem)
            {
                problems.Add($"{letter.Number}: {problem}");
            }

            if (prints.TryGetValue(letter.Id, out var pdf) && await archive.ProblemOfAsync("PDF", pdf, cancellation) is { } damage)
            {
                problems.Add($"{letter.Number}: {damage}");
            }
        }

        // a number is void with its letter, never without one
        var series = await db.LetterSeries.AsNoTracking().OrderBy(s => s.Series).ThenBy(s => s.Year).ToListAsync(cancellation);
        problems.AddRange(series.SelectMany(s => Enumerable.Range(1, s.Last).Select(s.NumberOf)).Where(n => !numbers.Contains(n)).Select(n => $"{n}: taken, and no letter bears it"));

        var moves = 0;
        var signatures = db.ApplicationEvents.AsNoTracking().Where(e => e.Act == Act.SignLetter).OrderBy(e => e.Id).Select(e => new { e.ApplicationId, e.Reference });
        await foreach (var moved in signatures.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            moves++;
            if (moved.Reference is null || !covered.Contains((moved.Reference, moved.ApplicationId)))
            {
                problems.Add($"{moved.ApplicationId}: moved by {moved.Reference ?? "no letter"}, which does not cover it");
            }
        }

        return new(numbers.Count, moves, problems);
    }
}

/// <summary>What was checked and what was wrong.</summary>
public sealed record LetterCheckResult(int Letters, int Moves, IReadOnlyList<string> Problems);
