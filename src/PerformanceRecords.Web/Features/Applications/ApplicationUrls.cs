using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>Addresses of the pages of one filing.</summary>
public static class ApplicationUrls
{
    public static string Of(Guid id) => $"/applications/{id}";

    public static string Section(Guid id, Sections section) => $"/applications/{id}/sections/{section.ToString().ToLowerInvariant()}";

    public static string Evidence(Guid id) => $"/applications/{id}/evidence";

    public static string Check(Guid id) => $"/applications/{id}/check";

    /// <summary>办理范围: sections, grade, kind of works.</summary>
    public static string Scope(Guid id) => $"/applications/{id}/scope";

    /// <summary>改动清单 of a correction.</summary>
    public static string Changes(Guid id) => $"/applications/{id}/changes";

    public static string New(ApplicationType type, Guid? record = null) => $"/applications/new/{type.Code}{(record is null ? "" : $"?record={record}")}";

    public static string Submitted(Guid id) => $"/applications/{id}/submitted";

    /// <summary>Where a breach can be mended; null where no page can.</summary>
    public static string? Mend(Guid id, Breach breach)
    {
        var place = breach.Field.Split('.', '[')[0];
        return place is "Asked" or "AskedGrade" or "Sector" ? $"{Scope(id)}#{FieldId.Of(breach.Field)}"
            : place == "Changes" ? $"{Changes(id)}#{FieldId.Of(breach.Field)}"
            : breach.Code == "record-moved" ? $"{Check(id)}#moved"
            : place == "Evidence" ? $"{Evidence(id)}#{FieldId.Of(breach.Field)}"
            : SectionDefinitions.All.FirstOrDefault(d => d.Section.ToString() == place) is { } definition
                ? $"{Section(id, definition.Section)}?check=1#{FieldId.Of(breach.Field)}"
                : null;
    }
}
