namespace PerformanceRecords.Domain.Publication;

/// <summary>停机回执: proof, with its time, that an application was approved while the national platform was down. Its deadlines run from here.</summary>
public sealed class ApprovalReceipt
{
    public required Guid ApplicationId { get; init; }

    /// <summary>Such as TJ-2026-0007.</summary>
    public required string Number { get; init; }

    public required DateTime ApprovedAt { get; init; }

    /// <summary>Since when the platform had not answered.</summary>
    public required DateTime OutageSince { get; init; }

    /// <summary>SHA-256 over what was approved; whoever holds the receipt can check that it is the same.</summary>
    public required string Digest { get; init; }
}
