namespace PerformanceRecords.Domain.Records;

/// <summary>One landed change of one section; a record can be read as of any date from these.</summary>
public sealed class RecordRevision
{
    public required Guid RecordId { get; init; }

    public required Sections Section { get; init; }

    public required int Revision { get; init; }

    public required SectionValues Values { get; init; }

    public required Guid ApplicationId { get; init; }

    public required DateTime At { get; init; }

    public required string ByName { get; init; }
}
