using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications;

/// <summary>What an application proposes for one section; as typed while it is a draft.</summary>
public sealed class ApplicationSection
{
    public required Guid ApplicationId { get; init; }

    public required Sections Section { get; init; }

    public SectionValues Values { get; private set; } = new();

    /// <summary>The record's revision the content was taken from; null where it was written from nothing.</summary>
    public int? BaseRevision { get; private set; }

    /// <summary>Raised by every save; a page that saves over a newer one is told.</summary>
    public int Version { get; private set; }

    public DateTime SavedAt { get; private set; }

    public Guid SavedBy { get; private set; }

    public string SavedByName { get; private set; } = "";

    /// <summary>The content starts from, or was re-confirmed against, this revision of the record.</summary>
    public void BaseOn(int revision) => BaseRevision = revision;

    public void Save(SectionValues values, Guid by, string byName, DateTime now)
    {
        Values = values;
        SavedAt = now;
        SavedBy = by;
        SavedByName = byName;
        Version++;
    }
}
