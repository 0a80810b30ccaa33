namespace PerformanceRecords.Domain.Printing;

/// <summary>What is printed.</summary>
public enum PrintSubject
{
    /// <summary>函件</summary>
    Letter,

    /// <summary>业绩信息表</summary>
    RecordSheet,

    /// <summary>申报信息表: a filing as of one of its acts, by which it is known</summary>
    FilingSheet,
}

/// <summary>打印任务: a PDF that is owed. Written with what it prints, carried out afterwards, so a renderer that hangs holds nobody up.</summary>
public sealed class PrintJob
{
    public Guid Id { get; init; } = RowId.New();

    public required PrintSubject Subject { get; init; }

    public required Guid SubjectId { get; init; }

    public required DateTime QueuedAt { get; init; }

    /// <summary>Not tried before; null when it is printed.</summary>
    public DateTime? NextAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Why it could not be printed the last time.</summary>
    public string? Problem { get; private set; }

    public DateTime? PrintedAt { get; private set; }

    /// <summary>SHA-256 of the PDF; its place in the file store, and what a file at hand is compared with.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>Bytes.</summary>
    public long? Size { get; private set; }

    public int Version { get; private set; }

    public static PrintJob For(PrintSubject subject, Guid id, DateTime now) => new() { Subject = subject, SubjectId = id, QueuedAt = now, NextAt = now };

    /// <summary>Claims the job for a while, so that of several instances one prints it.</summary>
    public void Claim(DateTime until)
    {
        Attempts++;
        NextAt = until;
        Version++;
    }

    public void Printed(string sha256, long size, DateTime now)
    {
        (Sha256, Size, PrintedAt, NextAt, Problem) = (sha256, size, now, null, null);
        Version++;
    }

    /// <summary>There is more to say than when it was printed.</summary>
    public void Again(DateTime now)
    {
        (Attempts, Sha256, Size, PrintedAt, NextAt, Problem) = (0, null, null, null, now, null);
        Version++;
    }

    public void Failed(string problem, DateTime next)
    {
        Problem = problem.Length <= 500 ? problem : problem[..500];
        NextAt = next;
        Version++;
    }
}
