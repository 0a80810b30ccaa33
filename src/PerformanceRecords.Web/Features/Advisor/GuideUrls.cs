using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;

namespace PerformanceRecords.Web.Features.Advisor;

/// <summary>Addresses of 办理指引 with the answers filled in.</summary>
public static class GuideUrls
{
    public const string Guide = "/guide";

    /// <summary>Asks for what somebody who files this type wants.</summary>
    public static string For(ApplicationType type, Guid? record, string? key, Sections target = Sections.None, DataGrade? grade = null) => Filtered.Url(
        Guide,
        [
            ("record", record?.ToString()),
            ("key", key),
            ("wish", Domain.Applications.Advice.Advisor.WishOf(type)?.ToString()),
            .. target.Each().Select(s => ("target", (string?)s.ToString())),
            ("grade", grade?.ToString()),
        ]);

    public static string Of(Guid record, string? wish = null) => Filtered.Url(Guide, ("record", record.ToString()), ("wish", wish));
}
