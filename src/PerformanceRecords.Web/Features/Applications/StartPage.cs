using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Advisor;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Advice;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>One type before it is started: for whom, how, with what; about which record, and which of its sections.</summary>
public sealed record StartPage(ApplicationType Type, StartForm Form, Actor Actor, RouteOutlook Outlook)
{
    /// <summary>The project it would be about.</summary>
    public ProjectFinding? Finding { get; init; }

    /// <summary>Own records to choose from.</summary>
    public IReadOnlyList<RecordRow> Records { get; init; } = [];

    public Pager? Pager { get; init; }

    public IReadOnlyList<Breach> Breaches { get; init; } = [];

    /// <summary>The filing of this type that is open already.</summary>
    public Guid? Open { get; init; }

    /// <summary>By which it would go.</summary>
    public Domain.Applications.Route Route => Type.RouteTo(Form.Destinations) ?? Type.Route;

    public FilingPlan Plan => Type.PlanAt(Stage.Draft);

    public FoundRecord? Record => Finding?.Record;

    /// <summary>Nothing can be started before a record was chosen.</summary>
    public bool RecordFirst => Type.TakesRecord && !Type.StatesSector && Finding is null;

    /// <summary>The wrong way was chosen; the advisor says which is right.</summary>
    public bool Astray => Breaches.Any(b => b.Code.StartsWith("route-", StringComparison.Ordinal));

    /// <summary>What the decision table says against it, before anything was pressed.</summary>
    public string? Warning => Finding is null ? null
        : Domain.Applications.Advice.Advisor.Guard(Type, Finding.Known with { Sector = Type.StatesSector ? Form.Stated ?? Finding.Known.Sector : Finding.Known.Sector }).FirstOrDefault()?.Message;

    public string GuideUrl => GuideUrls.For(Type, Record?.Id, Finding?.Record is null ? Finding?.Text : null, Form.Sections, Form.DataGrade);

    public ScopeChoices Scope => new(Type)
    {
        Asked = Form.Sections != Sections.None ? Form.Sections : Preset,
        Grade = Form.DataGrade,
        Sector = Form.Stated ?? (Record?.Sector is Sector.Survey or Sector.OtherIndustry ? Record.Sector : null),
        To = (Form.Destinations ?? Type.Route.Destinations),
        Works = Record?.Sector ?? Finding?.Known.Sector,
        Breaches = Breaches,
    };

    public string ToFillIn
    {
        get
        {
            var sections = string.Join("、", SectionDefinitions.In(Plan.Sections | Type.Askable).Select(d => d.Title));
            return Type.RaisesGrade ? "不用填表：选定环节和等级，交材料即可"
                : Type.Plans.Count > 1 ? $"{sections}；端口开通后再填其余各节"
                : Type.Askable == Sections.None ? sections
                : $"{sections}，按办理范围填";
        }
    }

    public Holdings? Holdings => Finding is null ? null : Holdings.Of(Finding, Type);

    // a completion is about what is missing
    private Sections Preset => Type is { IsChangeSet: false, RaisesGrade: false } && Finding?.Known.Missing is { } missing ? missing & Type.Askable : Sections.None;
}
