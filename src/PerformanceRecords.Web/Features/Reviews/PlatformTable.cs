using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>One section on the two platforms, and what the case does about it.</summary>
/// <param name="Here">What this portal's record has.</param>
/// <param name="National">What the national platform shows.</param>
/// <param name="Effect">What the case adds, changes or raises; null where it leaves the section alone.</param>
public sealed record PlatformRow(SectionDefinition Definition, string? Here, string? National, string? Effect);

/// <summary>两个平台现有的内容, section by section.</summary>
internal static class PlatformTable
{
    private const Sections Elsewhere = SectionSets.Complete & ~Sections.DrawingReview;

    /// <summary>How many places differ; a row that came or went is one.</summary>
    public static int CountOf(CaseSection section) =>
        section.Against is { } against ? ChangeSet.Between(section.Definition, against.Former, section.Values).Count : 0;

    public static IReadOnlyList<PlatformRow> Of(
        Application application, CaseBackground background, IReadOnlyDictionary<Sections, SectionValues> submitted, IReadOnlyDictionary<Sections, SectionValues> bases)
    {
        if (application.RecordId is null && application.NationalSections is null)
        {
            return [];
        }

        var usual = application.Sector is Sector.Building or Sector.Municipal ? SectionSets.Complete : Elsewhere;
        var shown = application.NationalSections ?? Sections.None;
        return
        [
            .. from definition in SectionDefinitions.All
               let section = definition.Section
               let held = background.Held(section)
               where usual.HasFlag(section) || held is not null || shown.HasFlag(section) || submitted.ContainsKey(section)
               select new PlatformRow(definition, Here(held), National(held, section, application), Effect(application, definition, held, submitted, bases)),
        ];
    }

    private static string? Here(HeldSection? held) => held is null ? null : $"第 {held.Revision} 版，{DateText.Day(held.ApprovedAt)}";

    private static string? National(HeldSection? held, Sections section, Application application) =>
        held?.ShownAt is { } since ? $"{(held.ShownGrade is { } grade ? $"{grade} 级，" : "")}{DateText.Day(since)} 起"
        : application is { NationalSections: { } seen, NationalSeenAt: { } at } && seen.HasFlag(section) ? $"{DateText.Day(at)} 查询时已显示"
        : null;

    private static string? Effect(
        Application application, SectionDefinition definition, HeldSection? held,
        IReadOnlyDictionary<Sections, SectionValues> submitted, IReadOnlyDictionary<Sections, SectionValues> bases)
    {
        var section = definition.Section;
        if (application.AskedGrade is { } grade)
        {
            return application.Asked.HasFlag(section) ? $"升到 {grade} 级"
                : section == Sections.Basic && application.Asked.HasFlag(Upgrade.CarrierOf(application.Sector)) ? $"随之升到 {grade} 级"
                : null;
        }

        if (!submitted.TryGetValue(section, out var values) || values.IsEmpty)
        {
            return null;
        }

        if (bases.GetValueOrDefault(section) is not { IsEmpty: false } old)
        {
            return held is { Moved: true } && application.ClosedAt is null ? "重新填报" : "补充";
        }

        return ChangeSet.Between(definition, old, values).Count is > 0 and var changes ? $"改动 {changes} 处" : "沿用";
    }
}
