using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using PerformanceRecords.Data;
using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Workflow.Queries;

/// <summary>
/// What was submitted, kept in memory once it was read: a submission never changes, and whoever has a case open asks for it again with each file, with what
/// looks like it, and with the decision. Identity numbers are sealed in it as they are in the database. Whether somebody may see the case is asked each time.
/// </summary>
public sealed class SubmissionShelf : IDisposable
{
    // characters of content: with all that .NET puts around them some 50 MB, a thousand usual submissions and more
    private const long Room = 8_000_000;

    private static readonly PerModel<Compiled> Queries = new();
    private readonly MemoryCache shelf = new(new MemoryCacheOptions { SizeLimit = Room });

    /// <summary>Null where there is no such submission.</summary>
    public ValueTask<Submission?> FindAsync(AppDbContext db, Guid application, int number) =>
        shelf.TryGetValue((application, number), out Submission? kept) ? ValueTask.FromResult(kept) : new(ReadAsync(db, application, number));

    public void Dispose() => shelf.Dispose();

    private async Task<Submission?> ReadAsync(AppDbContext db, Guid application, int number)
    {
        var found = await Queries.For(db).Submission(db, application, number);
        return found is null ? null : shelf.Set((application, number), found, new MemoryCacheEntryOptions { Size = SizeOf(found) });
    }

    private static long SizeOf(Submission submission) =>
        submission.Sections.Values.Sum(section => section.Rows.Sum(row => row.Sum(field => (long)field.Key.Length + field.Value.Length)))
        + submission.Evidence.Sum(file => file.FileName.Length + 200L)
        + submission.Notes.Sum(note => note.Message.Length);

    private sealed class Compiled
    {
        public readonly Func<AppDbContext, Guid, int, Task<Submission?>> Submission = EF.CompileAsyncQuery((AppDbContext db, Guid application, int number) =>
            db.Submissions.AsNoTracking().FirstOrDefault(s => s.ApplicationId == application && s.Number == number));
    }
}
