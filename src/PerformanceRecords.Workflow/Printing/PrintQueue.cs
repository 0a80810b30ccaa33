using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Files;
using PerformanceRecords.Domain.Printing;

namespace PerformanceRecords.Workflow.Printing;

/// <summary>打印队列: what is owed as PDF, one claim at a time; a printer that dies leaves its claim to run out.</summary>
public sealed class PrintQueue(AppDbContext db, FileStore files, TimeProvider clock)
{
    private const long MostBytes = 200L * 1024 * 1024;
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)];

    /// <summary>The next job that is due, claimed for a while; null where nothing is.</summary>
    public async Task<PrintJob?> ClaimAsync(TimeSpan during, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var job = await db.PrintJobs.Where(j => j.NextAt <= now).OrderBy(j => j.NextAt).FirstOrDefaultAsync(cancellation);
        if (job is null)
        {
            return null;
        }

        job.Claim(now + during);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return job;
        }
        catch (DbUpdateConcurrencyException)
        {
            // another instance was faster; what else is due is looked at the next time
            db.ChangeTracker.Clear();
            return null;
        }
    }

    public async Task PrintedAsync(PrintJob job, Stream pdf, CancellationToken cancellation)
    {
        using var incoming = await files.ReceiveAsync(pdf, MostBytes, cancellation);
        incoming.Keep();
        job.Printed(incoming.Sha256, incoming.Size, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task FailedAsync(PrintJob job, string problem, CancellationToken cancellation)
    {
        job.Failed(problem, clock.GetUtcNow().UtcDateTime + Pauses[Math.Min(job.Attempts, Pauses.Length) - 1]);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>What became of the printing of something.</summary>
    public Task<PrintJob?> OfAsync(PrintSubject subject, Guid id, CancellationToken cancellation) =>
        db.PrintJobs.AsNoTracking().SingleOrDefaultAsync(j => j.Subject == subject && j.SubjectId == id, cancellation);

    /// <summary>The PDF of a job that was printed.</summary>
    public Stream Open(PrintJob job) => files.Open(job.Sha256 ?? throw new InvalidOperationException($"Job {job.Id} has not been printed."));
}
