using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Advice;
using PerformanceRecords.Workflow.Filing;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>两个平台的现状: what each platform holds of a project, section by section, beside what a filing would add.</summary>
/// <param name="Rows">In the order of the form.</param>
/// <param name="Asked">When the national platform was asked, and whether it answered.</param>
public sealed record Holdings(IReadOnlyList<HoldingRow> Rows, string Asked)
{
    public static Holdings Of(ProjectFinding finding, ApplicationType type) => new(
        [.. For(type, finding.Record?.Held ?? Sections.None, finding.Known.National, type.PlanAt(Stage.Draft).Required | type.Askable, type.PlanAt(Stage.Draft).Optional, section =>
            finding.ShownGrades.TryGetValue(section, out var grade) ? $"{grade}级" : "已显示", type.Askable.Each().Count() > 1 ? type.Askable : Sections.None)],
        Said(finding.National));

    public static Holdings Of(FilingState state)
    {
        var application = state.Application;
        var record = state.Record;
        Sections? shown = record is null && application.NationalSections is null ? null
            : (record?.ShownNationally ?? Sections.None) | (application.NationalSections ?? Sections.None);
        return new(
            [.. For(state.Type, record?.Held ?? Sections.None, shown, state.Plan.Required | application.Asked, state.Plan.Optional, section =>
                record?[section] is { ShownAt: { } since, ShownGrade: var grade } ? $"{grade}级，{DateText.Day(since)} 起" : "已显示")],
            application.NationalSeenAt is { } at ? $"部平台于 {DateText.Minute(at)} 核对" : "部平台按省平台的推送记录");
    }

    private static IEnumerable<HoldingRow> For(ApplicationType type, Sections held, Sections? shown, Sections asked, Sections optional, Func<Sections, string> shownAs, Sections choice = Sections.None) =>
        from definition in SectionDefinitions.All
        let section = definition.Section
        where (SectionSets.Complete | asked | optional | held).HasFlag(section)
        select new HoldingRow(
            section, definition.Title, held.HasFlag(section),
            shown is null ? null : shown.Value.HasFlag(section) ? shownAs(section) : "",
            optional.HasFlag(section) ? "选填" : asked.HasFlag(section) ? Here(type, held.HasFlag(section), shown?.HasFlag(section), choice.HasFlag(section)) : "");

    // before it is started, nothing has been chosen
    private static string Here(ApplicationType type, bool held, bool? shown, bool choice) => (choice ? "可以" : "") + ((type, held, shown) switch
    {
        ({ RaisesGrade: true }, _, false) => "在显示后升级",
        ({ RaisesGrade: true }, _, _) => "升级",
        ({ IsChangeSet: true }, true, _) => "改正",
        (_, _, true) => "更新",
        _ => "补上",
    });

    private static string Said(NationalAnswer? answer) => answer switch
    {
        null => "还没有项目编号，没有问部平台",
        { Answered: false } => "部平台暂时没有答复，按省平台的推送记录",
        { At: var at } => $"部平台于 {DateText.Minute(at)} 答复",
    };
}

/// <summary>One section on both platforms.</summary>
/// <param name="National">How it is shown; empty where it is not, null where nobody knows.</param>
/// <param name="Here">What the filing does with it.</param>
public sealed record HoldingRow(Sections Section, string Title, bool Provincial, string? National, string Here);
