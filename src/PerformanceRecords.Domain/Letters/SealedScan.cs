namespace PerformanceRecords.Domain.Letters;

/// <summary>How a scan was found to belong to its letter.</summary>
public enum ScanMatch
{
    /// <summary>By the QR code or the short code on the paper.</summary>
    Code,

    /// <summary>By the number, typed from the paper.</summary>
    Number,
}

/// <summary>盖章扫描件: the stamped paper, scanned and laid beside the digital text.</summary>
public sealed class SealedScan
{
    public Guid Id { get; init; } = RowId.New();

    public required Guid LetterId { get; init; }

    /// <summary>The name the person's file had; shown, never used as a path.</summary>
    public required string FileName { get; init; }

    /// <summary>As found in the content, not as claimed.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal; also its place in the file store.</summary>
    public required string Sha256 { get; init; }

    public required ScanMatch MatchedBy { get; init; }

    public required DateTime UploadedAt { get; init; }

    public required Guid UploadedBy { get; init; }

    public required string UploadedByName { get; init; }
}
