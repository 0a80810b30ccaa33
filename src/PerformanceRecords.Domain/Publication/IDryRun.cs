using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Publication;

/// <summary>预检: what the platform's contract has against a message that is not queued yet. The edge to the contract; asks nobody outside.</summary>
public interface IDryRun
{
    IReadOnlyList<Objection> Check(PushMessage message);
}

/// <summary>One reason for which the platform would refuse.</summary>
/// <param name="Row">Row counted from 1; 0 where it is about the section as a whole.</param>
/// <param name="Field">Field of the data standard.</param>
/// <param name="Reason">With the field's Chinese name, for people.</param>
public sealed record Objection(Destination Destination, Sections Section, int Row, string Field, string Reason);
