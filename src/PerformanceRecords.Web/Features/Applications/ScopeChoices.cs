using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>办理范围: which sections, which grade, which kind of works; only what the type asks.</summary>
public sealed record ScopeChoices(ApplicationType Type)
{
    public Sections Asked { get; init; }

    public DataGrade? Grade { get; init; }

    /// <summary>As the enterprise stated it.</summary>
    public Sector? Sector { get; init; }

    /// <summary>去向</summary>
    public IReadOnlyCollection<Destination> To { get; init; } = [];

    /// <summary>It was submitted, and stays on its way.</summary>
    public bool Settled { get; init; }

    /// <summary>The kind of works of the record.</summary>
    public Sector? Works { get; init; }

    public IReadOnlyList<Breach> Breaches { get; init; } = [];

    /// <summary>Several sections to choose from.</summary>
    public bool AsksSections => Sections.Count > 1;

    /// <summary>What the national platform lacks of survey and other industries is brought there by the module of their own.</summary>
    public bool AsksDestination => Type.ChoosesDestination && !Settled && Works is not (Domain.Records.Sector.Survey or Domain.Records.Sector.OtherIndustry);

    public bool IsEmpty => !AsksSections && !Type.RaisesGrade && !Type.StatesSector && !AsksDestination;

    /// <summary>Basic information is offered for an upgrade too, and led to the section that carries it.</summary>
    public IReadOnlyList<(Sections Section, string Note)> Sections =>
    [
        .. from definition in SectionDefinitions.All
           let carried = Type.RaisesGrade && definition.Section == Domain.Records.Sections.Basic
           where carried || Type.Askable.HasFlag(definition.Section)
           select (definition.Section, carried ? Carried : ""),
    ];

    private string Carried => Works is { } works
        ? $"不单独升级，随{Upgrade.CarrierOf(works).Chinese()}升级"
        : "不单独升级：房建市政随施工图审查，其他随业绩技术指标";

    public static IReadOnlyList<DataGrade> Grades { get; } = [DataGrade.A, DataGrade.B];

    public static IReadOnlyList<Sector> Sectors { get; } = [Domain.Records.Sector.Survey, Domain.Records.Sector.OtherIndustry];

    public string? Error(string field) => Breaches.FirstOrDefault(b => b.Field == field)?.Message;
}
