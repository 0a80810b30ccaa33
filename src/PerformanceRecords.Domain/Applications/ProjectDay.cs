using System.Globalization;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications;

/// <summary>
/// The day by which 2016年前 is judged. The source text does not define it: the certificate is about the drawing review, so its day comes first, then the
/// contract's, then the completion's. Of several the earliest counts, so that a certificate is asked for rather than not.
/// </summary>
public static class ProjectDay
{
    /// <summary>How it is judged, in words.</summary>
    public const string InWords = "按施工图审查完成日期算，没有的按合同签订日期，再没有的按竣工日期";

    private static readonly (Sections Section, string Key)[] InOrder =
    [
        (Sections.DrawingReview, nameof(DrawingReview.CensorEDate)),
        (Sections.Contract, nameof(Contract.ContractDate)),
        (Sections.Acceptance, nameof(CompletionAcceptance.EDate)),
        (Sections.Basic, nameof(BasicInfo.EDate)),
    ];

    /// <summary>Null where no section says one.</summary>
    public static DateOnly? Of(IReadOnlyDictionary<Sections, SectionValues> sections) => InOrder
        .Select(place => Dates(sections.GetValueOrDefault(place.Section), place.Key).Cast<DateOnly?>().Min())
        .FirstOrDefault(day => day is not null);

    private static IEnumerable<DateOnly> Dates(SectionValues? values, string key) =>
        from row in values?.Rows ?? []
        let date = DateOnly.TryParseExact(row.GetValueOrDefault(key, ""), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found : (DateOnly?)null
        where date is not null
        select date.Value;
}
