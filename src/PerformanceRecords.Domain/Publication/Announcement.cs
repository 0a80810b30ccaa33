namespace PerformanceRecords.Domain.Publication;

/// <summary>结果通知: a signed call by which a platform announced what became of a message. Kept so that none works twice.</summary>
public sealed class Announcement
{
    public Guid Id { get; init; } = RowId.New();

    public required Destination Destination { get; init; }

    /// <summary>The platform's own number of the announcement; the same for a repeat.</summary>
    public required string Number { get; init; }

    /// <summary>Of the call, never used twice.</summary>
    public required string Nonce { get; init; }

    public required string IdempotencyKey { get; init; }

    /// <summary>accepted, shown or refused.</summary>
    public required string Status { get; init; }

    public required DateTime ReceivedAt { get; init; }

    /// <summary>What it changed here, in words.</summary>
    public required string Effect { get; init; }
}
