namespace PerformanceRecords.Domain.Reference;

/// <summary>代码项: one code of a table.</summary>
/// <param name="Code">The code that is stored and sent.</param>
/// <param name="Name">What people read.</param>
/// <param name="Alias">Another name in use for the same code.</param>
/// <param name="Group">What the item belongs to; for 工程用途 the 项目分类 it fits.</param>
/// <param name="Letters">The letters that numbers of this class carry, such as HA for a design contract.</param>
/// <param name="Legacy">Found on old records; no longer offered for new ones.</param>
public sealed record CodeItem(
    string Code, string Name, string? Alias = null, string? Group = null, string? Letters = null, bool Legacy = false);
