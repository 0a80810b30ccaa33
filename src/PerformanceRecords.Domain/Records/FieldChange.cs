namespace PerformanceRecords.Domain.Records;

/// <summary>差异: one field that differs between two contents of a section.</summary>
/// <param name="Field">The field.</param>
/// <param name="OldRow">Row in the old content; null where the row was added.</param>
/// <param name="NewRow">Row in the new content; null where the row was removed.</param>
/// <param name="Before">Text in the old content, empty where there was none.</param>
/// <param name="After">Text in the new content, empty where there is none.</param>
public sealed record FieldChange(FieldDefinition Field, int? OldRow, int? NewRow, string Before, string After);
