namespace PerformanceRecords.Domain.Records;

/// <summary>What came of reading a section's text.</summary>
/// <param name="Canonical">Readable fields in canonical form, unreadable ones as typed; blank rows and unknown keys are gone. Breaches count these rows.</param>
/// <param name="Rows">The typed rows, such as <see cref="Records.Contract"/>; a field that could not be read is null.</param>
/// <param name="Breaches">What must be mended.</param>
/// <param name="Notes">What looks odd but does not block.</param>
public sealed record SectionReading(
    SectionValues Canonical, IReadOnlyList<object> Rows, IReadOnlyList<Breach> Breaches, IReadOnlyList<Note> Notes)
{
    public bool IsSound => Breaches.Count == 0;
}
