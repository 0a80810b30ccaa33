using System.Text.Json;

namespace PerformanceRecords.PlatformSandbox.Facts;

/// <summary>One accepted submission of a section. Nothing accepted is ever changed; what is shown is the newest that is due.</summary>
public sealed record Fact
{
    public required long Number { get; init; }

    public required string Channel { get; init; }

    public required string PrjNum { get; init; }

    public required string Section { get; init; }

    /// <summary>The caller's record it comes from; several enterprises share a project.</summary>
    public required string Source { get; init; }

    public required string IdempotencyKey { get; init; }

    public required string Receipt { get; init; }

    public required string Grade { get; init; }

    /// <summary>Digest of the whole request, to tell a repeated request from a key that is used twice.</summary>
    public required string RequestDigest { get; init; }

    /// <summary>Digest of what is said about the project, whoever says it: the business key.</summary>
    public required string FactDigest { get; init; }

    public required JsonElement Body { get; init; }

    public required DateTime AcceptedAt { get; init; }

    public required DateTime VisibleAt { get; init; }

    public bool Deletes { get; init; }

    /// <summary>The platform changed it on its own, without telling anybody.</summary>
    public bool Altered { get; init; }
}
