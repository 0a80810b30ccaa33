using PerformanceRecords.Domain;

namespace PerformanceRecords.Workflow.Permits;

/// <summary>What became of one row of a batch.</summary>
public enum PermitOutcome
{
    /// <summary>It released filings that waited for it.</summary>
    Matched,

    /// <summary>Kept; nothing waits for it yet.</summary>
    Waiting,

    /// <summary>It had arrived before; nothing was done.</summary>
    Repeated,

    /// <summary>Not taken; see the breaches.</summary>
    Refused,
}

/// <summary>One row's result, in the order of the batch.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Released">How many filings it released.</param>
public sealed record PermitResult(int Row, string Number, PermitOutcome Outcome, Guid? PermitId, int Released, IReadOnlyList<Breach> Breaches);

/// <summary>A filing that a waiting permit may belong to.</summary>
public sealed record LikelyFiling(Guid ApplicationId, string? Number, string ProjectName, string? ProjectNumber, string EnterpriseName, bool Certain, IReadOnlyList<string> Reasons);

/// <summary>What came of a person's act on a permit.</summary>
public abstract record PermitAct
{
    /// <param name="PermitId">The permit, where it was entered by hand.</param>
    public sealed record Done(int Released, Guid? PermitId = null) : PermitAct;

    public sealed record Refused(IReadOnlyList<Breach> Breaches) : PermitAct;
}
