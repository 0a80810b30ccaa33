namespace PerformanceRecords.Domain.Applications;

/// <summary>佐证材料: one uploaded file. Replacing keeps the former one, which earlier submissions still refer to.</summary>
public sealed class EvidenceFile
{
    public Guid Id { get; init; } = RowId.New();

    public required Guid ApplicationId { get; init; }

    /// <summary>Code of the <see cref="EvidenceKind"/> it proves.</summary>
    public required string Kind { get; init; }

    /// <summary>The name the person's file had; shown, never used as a path.</summary>
    public required string FileName { get; init; }

    /// <summary>As found in the content, not as claimed.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal; also its place in the file store.</summary>
    public required string Sha256 { get; init; }

    public required DateTime UploadedAt { get; init; }

    public required Guid UploadedBy { get; init; }

    public required string UploadedByName { get; init; }

    /// <summary>When it was replaced or taken out; it stays readable for the submissions that had it.</summary>
    public DateTime? RemovedAt { get; set; }
}
