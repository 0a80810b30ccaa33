using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Workflow.Letters;

/// <summary>Checks all letters at once: every digest against text and archive, and that what a letter moved is in it.</summary>
public sealed class LetterCheck(AppDbContext db, LetterArchive archive)
{
    public async Task<LetterCheckResult> RunAsync(CancellationToken cancellation = default)
    {
        var problems = new List<string>();
        var covered = new HashSet<(string Number, Guid Application)>();
        var letters = 0;
        var signed = db.Letters.AsNoTracking().Include(l => l.Cases).Where(l => l.Number != null).OrderBy(l => l.Id);
        await foreach (var letter in signed.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            letters++;
            covered.UnionWith(letter.Cases.Select(c => (letter.Number!, c.ApplicationId)));
            if (await archive.ProblemOfAsync(letter, cancellation) is { } problem)
            {
                problems.Add($"{letter.Number}: {problem}");
            }
        }

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

        return new(letters, moves, problems);
    }
}

/// <summary>What was checked and what was wrong.</summary>
public sealed record LetterCheckResult(int Letters, int Moves, IReadOnlyList<string> Problems);
