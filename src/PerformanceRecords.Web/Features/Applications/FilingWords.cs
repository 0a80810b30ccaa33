using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>How filings and their parts are called.</summary>
public static class FilingWords
{
    public static string NameOf(Application application) => NameOf(application.ProjectName, application.TypeCode);

    /// <summary>The project's name; before it has one, what it is.</summary>
    public static string NameOf(string projectName, string typeCode) =>
        projectName.Length > 0 ? projectName : Unnamed(typeCode);

    /// <summary>What a filing is called before its project has a name.</summary>
    public static string Unnamed(string typeCode) => $"{ApplicationTypes.Of(typeCode).Title}（未填项目名称）";

    /// <summary>业绩补录申请 · 3201022010150201 · BL-320100-2026-000418</summary>
    public static string LeadOf(FilingDetails details)
    {
        var application = details.Application;
        var module = details.State.Plan.At == Stage.FillIn ? details.State.Type.Module : $"{details.State.Type.Title}申请";
        return string.Join(" · ", new[] { module, application.ProjectNumber, application.Number }.OfType<string>());
    }

    /// <summary>合同信息、施工图审查；施工图审查升到 B 级；工程勘察; all its sections where the type leaves no choice.</summary>
    public static string ScopeOf(Application application) =>
        ChosenOf(application) ?? ApplicationTypes.Of(application.TypeCode).PlanFor(application).Sections.InWords();

    /// <summary>What of it was chosen when it was filed; null where the type leaves no choice.</summary>
    public static string? ChosenOf(Application application) => application switch
    {
        _ when ApplicationTypes.Of(application.TypeCode).ChoosesDestination => "去向" + DestinationOf(application),
        { Asked: not Sections.None, AskedGrade: { } grade } => $"{application.Asked.InWords()}升到 {grade} 级",
        { Asked: not Sections.None } => ApplicationTypes.Of(application.TypeCode).Askable.Each().Skip(1).Any() ? application.Asked.InWords() : null,
        { StatedSector: { } sector } => sector.Chinese(),
        _ => null,
    };

    /// <summary>部平台、政务网，或两处: where what was approved can be seen in the end.</summary>
    public static string DestinationOf(Application application) => Routes.Of(application.RouteCode).DestinationsInWords;

    public static string Counter(SectionDefinition definition) => SectionFacts.CounterOf(definition);

    /// <summary>第 2 份合同</summary>
    public static string Entry(SectionDefinition definition, int row) => $"第 {row + 1} {Counter(definition)}{definition.RowNoun}";

    /// <summary>What an entry is recognised by: the first text in it.</summary>
    public static string EntryName(SectionDefinition definition, SectionValues values, int row) => values[definition.Fields[0].Key, row];
}
