namespace PerformanceRecords.Domain.Applications;

/// <summary>One item of a checklist: any of these kinds satisfies it, under this condition, because this notice says so.</summary>
/// <param name="AnyOf">One file of any of these kinds is enough.</param>
/// <param name="Basis">The notice, such as 412号文附件6.</param>
public sealed record EvidenceRule(IReadOnlyList<EvidenceKind> AnyOf, string Basis)
{
    public EvidenceRule(EvidenceKind kind, string basis)
        : this([kind], basis)
    {
    }

    /// <summary>Welcome, not demanded.</summary>
    public bool Optional { get; init; }

    /// <summary>Only demanded when this holds; always when null.</summary>
    public Func<FilingFacts, bool>? When { get; init; }

    /// <summary>The condition in words; shown beside the item whether it holds or not.</summary>
    public string? WhenText { get; init; }

    public string Title { get; } = string.Join(" 或 ", AnyOf.Select(k => k.Title));

    public bool AppliesTo(FilingFacts facts) => When?.Invoke(facts) ?? true;

    public bool DemandedFor(FilingFacts facts) => !Optional && AppliesTo(facts);

    public bool SatisfiedBy(FilingFacts facts) => AnyOf.Any(k => facts.EvidenceKinds.Contains(k.Code));

    /// <summary>Whether a file of this kind counts for it.</summary>
    public bool Takes(string kind)
    {
        for (var i = 0; i < AnyOf.Count; i++)
        {
            if (AnyOf[i].Code == kind)
            {
                return true;
            }
        }

        return false;
    }
}
