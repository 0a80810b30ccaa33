namespace PerformanceRecords.Domain.Records;

/// <summary>提示: something that looks odd but may be right. Filer and reviewer see it; it never blocks.</summary>
/// <param name="Code">Stable name of the rule.</param>
/// <param name="Field">Where to show it, named as in a <see cref="Breach"/>.</param>
/// <param name="Message">What looks odd, in Chinese.</param>
public sealed record Note(string Code, string Field, string Message);
