using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>What a case asks for, in a few words: 施工图审查、合同信息; 施工图审查升到 B 级.</summary>
internal static class AskedWords
{
    public static string? Of(Application application) =>
        application.Asked == Sections.None ? null
        : application.AskedGrade is { } grade ? $"{application.Asked.InWords()}升到 {grade} 级"
        : ApplicationTypes.Of(application.TypeCode).Askable.Each().Count() > 1 ? application.Asked.InWords()
        : null;
}
