using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Filing;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>What is said when a filing is started; what is not a known value says nothing.</summary>
public sealed class StartForm
{
    private const int LongestKey = 100;

    public string? Type { get; set; }

    /// <summary>The record it is about.</summary>
    public Guid? Record { get; set; }

    /// <summary>Project number or name, where the enterprise has no record.</summary>
    public string? Key { get; set; }

    public string[]? Asked { get; set; }

    public string? Grade { get; set; }

    public string? Sector { get; set; }

    /// <summary>Part of the name of the record that is looked for.</summary>
    public string? Q { get; set; }

    public string? Text => Key?.Trim() is { Length: > 0 } key ? key[..Math.Min(key.Length, LongestKey)] : null;

    public Sections Sections => SectionsOf(Asked);

    public DataGrade? DataGrade => Named<DataGrade>(Grade);

    public Sector? Stated => Named<Sector>(Sector);

    public StartFiling For(ApplicationType type) => new(type, Asked: Sections, Grade: type.RaisesGrade ? DataGrade : null, Sector: type.StatesSector ? Stated : null);

    public static Sections SectionsOf(IEnumerable<string?>? names) =>
        (names ?? []).Select(Named<Sections>).OfType<Sections>().Aggregate(Domain.Records.Sections.None, (all, s) => all | s);

    // names only: a number would be taken for any value
    public static T? Named<T>(string? text)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;
}
