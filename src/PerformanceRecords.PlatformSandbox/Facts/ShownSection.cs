using System.Text.Json;

namespace PerformanceRecords.PlatformSandbox.Facts;

/// <summary>What the public sees of one section, as one of the caller's records brought it.</summary>
/// <param name="Rows">The shown rows, in the fields of the standard.</param>
public sealed record ShownSection(string Section, string Source, string Title, string Grade, DateTime Since, string Receipt, string FactDigest, string DataSource, JsonElement Rows);

/// <summary>What the public sees of one project.</summary>
public sealed record ShownProject(string PrjNum, string PrjName, DateTime ChangedAt, IReadOnlyList<ShownSection> Sections);
