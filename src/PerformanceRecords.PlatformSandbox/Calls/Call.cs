namespace PerformanceRecords.PlatformSandbox.Calls;

/// <summary>One call the platforms saw.</summary>
public sealed record Call
{
    public required DateTime At { get; init; }

    public required string Channel { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public string? PrjNum { get; init; }

    public string? Section { get; init; }

    public string? IdempotencyKey { get; init; }

    public string? KeyId { get; init; }

    public string? Nonce { get; init; }

    /// <summary>Answered status; 0 where the connection was cut instead.</summary>
    public required int Status { get; init; }

    /// <summary>accepted, same-key, same-fact, or the kind of problem or fault.</summary>
    public required string Outcome { get; init; }

    public required int Milliseconds { get; init; }
}
