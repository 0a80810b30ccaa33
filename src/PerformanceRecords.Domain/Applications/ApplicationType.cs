using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications;

/// <summary>办理事项: everything that distinguishes one kind of application from another.</summary>
public sealed class ApplicationType
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>The module of the portal it is filed in, by its official name.</summary>
    public required string Module { get; init; }

    public required Route Route { get; init; }

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
    public FilingPlan PlanFor(Application application) => PlanAt(WritingStage(application));

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

    public Sections Optional { get; init; }

    public required IReadOnlyList<EvidenceRule> Evidence { get; init; }

    /// <summary>Keys of fields of the basic information that were settled before this stage and can only be read in it.</summary>
    public IReadOnlyList<string> Settled { get; init; } = [];

    public Sections Sections => Required | Optional;
}
