using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications;

/// <summary>办理事项: everything that distinguishes one kind of application from another.</summary>
public sealed class ApplicationType
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>The module of the portal it is filed in, by its official name.</summary>
    public required string Module { get; init; }

    /// <summary>Another module in which the same may be filed.</summary>
    public string? AlsoIn { get; init; }

    public required Route Route { get; init; }

    /// <summary>Routes by which the enterprise may have it go elsewhere, or to several platforms at once.</summary>
    public IReadOnlyList<Route> OtherRoutes { get; init; } = [];

    /// <summary>The enterprise chooses where it goes.</summary>
    public bool ChoosesDestination => OtherRoutes.Count > 0;

    /// <summary>The sections it names where the enterprise has it go to the national platform; what they must satisfy there, this type says.</summary>
    public (Sections Sections, ApplicationType As)? Nationally { get; init; }

    /// <summary>The notice it rests on, where it is not the route's.</summary>
    public string? Notice { get; init; }

    public string Basis => Notice ?? Route.Basis;

    /// <summary>The sections it may be about; where there are several, the enterprise chooses.</summary>
    public Sections Askable { get; init; }

    /// <summary>Can be started from an empty form: no platform is expected to know the project, and nothing has to be chosen first.</summary>
    public bool StartsBlank { get; init; }

    /// <summary>It is about a record that this portal has.</summary>
    public bool NeedsRecord { get; init; }

    /// <summary>Where the enterprise has a record of the project, it starts from that.</summary>
    public bool FromRecord { get; init; }

    /// <summary>It may be about a record that this portal has, whose sections are then taken over.</summary>
    public bool TakesRecord => NeedsRecord || FromRecord || Askable != Sections.None;

    /// <summary>It raises the data grade, so the grade to rise to has to be said.</summary>
    public bool RaisesGrade => Route.Any(step => step.And.OfType<RaiseGrade>().Any());

    /// <summary>The works may not be completed yet, so dates of works are not asked for.</summary>
    public bool BeforeCompletion { get; init; }

    /// <summary>Survey and design of one project may be filed apart; only the same contract is not filed twice.</summary>
    public bool GathersContracts { get; init; }

    /// <summary>It changes single fields of approved sections; every change carries its reason and its evidence.</summary>
    public bool IsChangeSet { get; init; }

    /// <summary>The enterprise says whether it files survey or design, which the project category cannot tell.</summary>
    public bool StatesSector { get; init; }

    /// <summary>What the enterprise fills in at each stage in which it writes.</summary>
    public required IReadOnlyList<FilingPlan> Plans { get; init; }

    /// <summary>Rules of the type as a whole, asked at submission beside those of its sections.</summary>
    public Func<FilingFacts, IEnumerable<Breach>> Rules { get; init; } = _ => [];

    /// <summary>One sentence: for whom this is.</summary>
    public required string Lead { get; init; }

    /// <summary>The plan in force; an amendment uses the plan of the stage that was last submitted for.</summary>
    public FilingPlan PlanAt(Stage stage) =>
        Plans.FirstOrDefault(p => p.At == stage) ?? throw new ArgumentException($"{Code} has nothing to fill in at {stage}.", nameof(stage));

    /// <summary>The plan for what the enterprise writes, or last wrote, on an application.</summary>
    public FilingPlan PlanFor(Application application) => PlanAt(WritingStage(application)).For(application);

    /// <summary>What has to be said before it can be filed and is not: the grade to rise to, survey or design, where it is to go.</summary>
    public IEnumerable<Breach> Unsaid(DataGrade? grade, Sector? sector, IReadOnlyCollection<Destination>? to) =>
        new[] { WrongGrade(grade), WrongSector(sector), WrongDestination(to) }.OfType<Breach>();

    /// <summary>The route that leads to these platforms and no other; null where none does.</summary>
    /// <param name="to">Null where nothing was said: then the type's own.</param>
    public Route? RouteTo(IReadOnlyCollection<Destination>? to) =>
        to is null || !ChoosesDestination ? Route : new[] { Route }.Concat(OtherRoutes).FirstOrDefault(r => r.Destinations.ToHashSet().SetEquals(to));

    /// <summary>What a filing that goes by this route asks for besides.</summary>
    public Sections NamedBy(Route route) => Nationally is { } there && route.Destinations.Contains(Destination.NationalPlatform) ? there.Sections : Sections.None;

    public Breach? WrongDestination(IReadOnlyCollection<Destination>? to) =>
        RouteTo(to) is null ? new("destination-missing", "To", "请选择去向：部平台、政务网，可以都选。") : null;

    public Breach? WrongGrade(DataGrade? grade) =>
        RaisesGrade && grade is not (DataGrade.A or DataGrade.B) ? new("upgrade-grade", "AskedGrade", "请选择要升到的数据等级：A 级或 B 级。") : null;

    public Breach? WrongSector(Sector? sector) =>
        StatesSector && sector is not (Sector.Survey or Sector.OtherIndustry) ? new("sector-choice", "Sector", "请选择本件是“工程勘察”还是“行业外设计”。") : null;

    public IEnumerable<Breach> MissingEvidence(FilingFacts facts) =>
        from rule in PlanAt(facts.Stage).Evidence
        where rule.DemandedFor(facts) && !rule.SatisfiedBy(facts)
        select new Breach("evidence-missing", "Evidence." + rule.AnyOf[0].Code, $"还缺：{rule.Title}（{rule.Basis}）");

    // before the port is open an amendment concerns the application; afterwards the record that was filled in
    private Stage WritingStage(Application application)
    {
        var stage = application.Stage switch
        {
            Stage.Amendment => application.AskedAt ?? Stage.Draft,
            var s => s,
        };
        var fillsIn = Plans.Any(p => p.At == Stage.FillIn);
        return fillsIn && stage is Stage.FillIn or Stage.Confirmation || (fillsIn && stage == Stage.Completed) ? Stage.FillIn : Stage.Draft;
    }
}

/// <summary>What is asked for at one stage in which the enterprise writes.</summary>
public sealed record FilingPlan(Stage At)
{
    public required Sections Required { get; init; }

    /// <summary>The sections the application asks for are filled in too; and the basic information, where there is no record to take it from.</summary>
    public bool WithAsked { get; init; }

    public Sections Optional { get; init; }

    public required IReadOnlyList<EvidenceRule> Evidence { get; init; }

    /// <summary>Keys of fields of the basic information that were settled before this stage and can only be read in it.</summary>
    public IReadOnlyList<string> Settled { get; init; } = [];

    public Sections Sections => Required | Optional;

    /// <summary>The plan with what this application asks for.</summary>
    public FilingPlan For(Application application) => !WithAsked ? this : this with
    {
        Required = Required | application.Asked | (application.RecordId is null ? Sections.Basic : Sections.None),
    };
}
