using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
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

    /// <summary>Where it is to go.</summary>
    public string[]? To { get; set; }

    /// <summary>The form asked where it is to go, so that nothing chosen is told from nothing asked.</summary>
    public bool ToSaid { get; set; }

    /// <summary>Part of the name of the record that is looked for.</summary>
    public string? Q { get; set; }

    public string? Text => Key?.Trim() is { Length: > 0 } key ? key[..Math.Min(key.Length, LongestKey)] : null;

    public Sections Sections => SectionSets.Named(Asked);

    public DataGrade? DataGrade => EnumNames.Named<DataGrade>(Grade);

    public Sector? Stated => EnumNames.Named<Sector>(Sector);

    public IReadOnlyCollection<Destination>? Destinations => To is null && !ToSaid ? null : [.. (To ?? []).Select(EnumNames.Named<Destination>).OfType<Destination>().Distinct()];

    public StartFiling For(ApplicationType type) => new(type, Asked: Sections, Grade: type.RaisesGrade ? DataGrade : null, Sector: type.StatesSector ? Stated : null, To: type.ChoosesDestination ? Destinations : null);
}
