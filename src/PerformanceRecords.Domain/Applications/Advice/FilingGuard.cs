using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Advice;

/// <summary>Holds a filing against the decision table: what the filing itself says answers the questions.</summary>
public static class FilingGuard
{
    public static IEnumerable<Breach> Check(ApplicationType type, FilingFacts facts)
    {
        var own = Advisor.Guard(type, Of(type, facts));
        return type.Nationally is var (sections, other) && facts.Asked.HasFlag(sections) ? own.Concat(Nationally(Of(type, facts) with { Target = sections }, other)) : own;
    }

    /// <summary>Why what a filing would also send to the national platform may not go there.</summary>
    public static IEnumerable<Breach> Nationally(Situation situation, ApplicationType other) =>
        Advisor.Guard(other, situation).Select(b => b with { Field = "To", Message = $"去向不能选部平台：{b.Message}" });

    private static Situation Of(ApplicationType type, FilingFacts facts) => new()
    {
        Sector = facts.Sector,
        Provincial = facts.Known is { Provincial: not Sections.None },
        OwnRecord = facts.HasRecord || facts.Known?.RecordId is not null,
        National = facts.Known?.National,
        // what a type is for, its evidence has to prove
        Completed = type.BeforeCompletion ? false : facts.Completed ?? true,
        InProvince = facts[Sections.Basic][nameof(BasicInfo.CountyNum)] is { Length: > 0 } county ? Regions.IsKnown(county) : null,
        Target = type.Askable == Sections.None || facts.Asked == Sections.None ? null : facts.Asked,
    };
}
