namespace PerformanceRecords.Domain.Records;

/// <summary>业绩信息表: what the portal says of a record at a moment, on paper, with a code by which it can be checked.</summary>
public sealed class RecordSheet
{
    public Guid Id { get; init; } = RowId.New();

    public required Guid RecordId { get; init; }

    /// <summary>版次, from 1 for each record.</summary>
    public required int Edition { get; init; }

    /// <summary>核验码</summary>
    public required string Code { get; init; }

    public required string ProjectName { get; init; }

    public string? ProjectNumber { get; init; }

    public required string EnterpriseName { get; init; }

    /// <summary>What the sheet says, as text in a fixed order; nothing personal is in it.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 over <see cref="Text"/>, lower-case hexadecimal.</summary>
    public required string Digest { get; init; }

    public required DateTime IssuedAt { get; init; }

    public required Guid IssuedBy { get; init; }

    public required string IssuedByName { get; init; }

    /// <summary>For whom the person acted who asked for it.</summary>
    public required string IssuedFor { get; init; }
}
