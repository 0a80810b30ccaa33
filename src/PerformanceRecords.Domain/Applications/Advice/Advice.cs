using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Advice;

/// <summary>办理指引: which way to go, and why; or what is missing.</summary>
public sealed record Advice
{
    public required Situation Situation { get; init; }

    /// <summary>The one row that holds; null where none does, or too little is known.</summary>
    public required Branch? Branch { get; init; }

    public ApplicationType? Type => Branch?.Type;

    /// <summary>The sections to start the application with.</summary>
    public Sections Asked => Branch?.Asks(Situation) ?? Sections.None;

    /// <summary>Each thing that speaks for it.</summary>
    public required IReadOnlyList<string> Because { get; init; }

    public required IReadOnlyList<string> Basis { get; init; }

    public required IReadOnlyList<EvidenceRule> Evidence { get; init; }

    public required IReadOnlyList<AdviceStep> Steps { get; init; }

    /// <summary>One line for every other type.</summary>
    public required IReadOnlyList<WhyNot> Others { get; init; }

    /// <summary>What still has to be answered, the next one first.</summary>
    public required IReadOnlyList<Question> Open { get; init; }

    /// <summary>Where nothing applies: what stands in the way of what would come nearest.</summary>
    public required IReadOnlyList<string> Lacking { get; init; }

    /// <summary>What is left to do about what stands in the way, where the portal has no way.</summary>
    public required IReadOnlyList<string> Remedies { get; init; }

    /// <summary>Where nothing applies because it is there already: what need not be done.</summary>
    public required string? Reached { get; init; }

    /// <summary>What remains to be done after this.</summary>
    public required IReadOnlyList<ApplicationType> Afterwards { get; init; }
}

/// <summary>One step of the way, as it is told.</summary>
/// <param name="At">The stage, from which the time limit follows; null for what the portal does by itself at the end.</param>
public sealed record AdviceStep(Stage? At, Level By, string Text);

/// <summary>Why another type does not apply.</summary>
public sealed record WhyNot(ApplicationType Type, string Reason);
