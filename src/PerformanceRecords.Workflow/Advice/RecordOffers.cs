using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Advice;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Advice;

/// <summary>A filing that the decision table allows for a record.</summary>
/// <param name="Asked">The sections it would be about; none where the type leaves no choice.</param>
/// <param name="Why">The row of the table that holds.</param>
public sealed record RecordOffer(ApplicationType Type, Sections Asked, string Why);

/// <summary>可以办理: read off the decision table by what this portal knows of a record, without asking anybody outside.</summary>
public static class RecordOffers
{
    public static IReadOnlyList<RecordOffer> For(PerformanceRecord record)
    {
        var known = Of(record);
        List<Situation> situations =
        [
            known with { Wish = Wish.Complete },
            known with { Wish = Wish.Correct, Target = record.Held & Correction.Type.Askable },
            .. Upgrade.Type.Askable.Each().Where(s => record[s] is { ShownGrade: { } grade } && grade < DataGrade.A)
                .Select(s => known with { Wish = Wish.Raise, Target = s, Raisable = true }),
            known with { Wish = Wish.Qualify },
        ];
        return
        [
            .. situations.Select(Advisor.Advise).Where(a => a.Branch is not null)
                .Select(a => new RecordOffer(a.Type!, a.Type!.IsChangeSet ? Sections.None : a.Asked, a.Branch!.Why))
                .DistinctBy(o => (o.Type, o.Asked)),
        ];
    }

    private static Situation Of(PerformanceRecord record) => new()
    {
        Sector = record.Sector,
        Provincial = true,
        OwnRecord = true,
        InProvince = true,
        National = record.ShownNationally,
        Completed = record[Sections.Acceptance] is not null || record[Sections.Basic]?.Values[nameof(BasicInfo.EDate)] is { Length: > 0 },
        Reviewed = record[Sections.DrawingReview] is not null ? true : null,
    };
}
