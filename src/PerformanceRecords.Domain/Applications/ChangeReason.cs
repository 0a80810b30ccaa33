using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications;

/// <summary>改动理由: why one change of a correction is asked for, and what proves it.</summary>
public sealed class ChangeReason
{
    public required Guid ApplicationId { get; init; }

    public required Sections Section { get; init; }

    /// <summary>The <see cref="ProposedChange.Path"/> it speaks for.</summary>
    public required string Path { get; init; }

    public string Reason { get; private set; } = "";

    /// <summary>The file of the application that proves it.</summary>
    public Guid? EvidenceId { get; private set; }

    public DateTime GivenAt { get; private set; }

    public string GivenByName { get; private set; } = "";

    public void Give(string reason, Guid? evidenceId, string byName, DateTime now) =>
        (Reason, EvidenceId, GivenByName, GivenAt) = (reason, evidenceId, byName, now);
}
