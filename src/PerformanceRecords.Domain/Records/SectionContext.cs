using System.Globalization;

namespace PerformanceRecords.Domain.Records;

/// <summary>What the rules of one section may look at beside the section itself.</summary>
/// <param name="Today">Today in China.</param>
/// <param name="Sector">The kind of works the filing is about, where it is known.</param>
/// <param name="Siblings">The other sections of the record, in canonical form as far as they are filled in.</param>
/// <param name="Completed">Whether the works are completed; a contract filed before construction has no dates of works yet.</param>
public sealed record SectionContext(
    DateOnly Today, Sector? Sector = null, IReadOnlyDictionary<Sections, SectionValues>? Siblings = null, bool Completed = true)
{
    internal SectionValues this[Sections section] =>
        Siblings is not null && Siblings.TryGetValue(section, out var values) ? values : new();

    internal IEnumerable<string> Texts(Sections section, params string[] keys) =>
        this[section].Rows.SelectMany(row => keys.Select(key => row.GetValueOrDefault(key, ""))).Where(text => text.Length > 0);

    internal IEnumerable<DateOnly> Dates(Sections section, string key) => Texts(section, key)
        .Select(text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null)
        .OfType<DateOnly>();

    internal IEnumerable<decimal> Numbers(Sections section, string key) => Texts(section, key)
        .Select(text => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null)
        .OfType<decimal>();
}
