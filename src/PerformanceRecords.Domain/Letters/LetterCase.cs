using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Letters;

/// <summary>A case that a letter covers.</summary>
public sealed class LetterCase
{
    public required Guid LetterId { get; init; }

    public required Guid ApplicationId { get; init; }

    /// <summary>The case once more while the letter is unsigned; unique, so a case lies in one live letter only.</summary>
    public Guid? HeldId { get; private set; }

    /// <summary>Row in the annex, from 1.</summary>
    public required int Position { get; set; }

    /// <summary>What the annex says of the case. Kept at sign-off, so that the paper stays as it was signed whatever becomes of the case.</summary>
    public string? ProjectName { get; private set; }

    public string? ProjectNumber { get; private set; }

    public string? EnterpriseName { get; private set; }

    public Sector? Sector { get; private set; }

    /// <summary>How many evidence files lay with the case.</summary>
    public int? Materials { get; private set; }

    /// <summary>申请事项: what is asked for.</summary>
    public string? Matter { get; private set; }

    /// <summary>佐证材料清单: what lay with the case, by name.</summary>
    public string? MaterialList { get; private set; }

    internal void Hold() => HeldId = ApplicationId;

    internal void Release() => HeldId = null;

    public void Freeze(AnnexFacts facts) =>
        (ProjectName, ProjectNumber, EnterpriseName, Sector, Materials, Matter, MaterialList) =
        (facts.ProjectName, facts.ProjectNumber, facts.EnterpriseName, facts.Sector, facts.Materials, facts.Matter, facts.MaterialList);
}

/// <summary>What the annex says of one case.</summary>
public sealed record AnnexFacts(
    string ProjectName, string? ProjectNumber, string EnterpriseName, Sector Sector, int Materials, string Matter, string MaterialList);
