using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Workflow.Sheets;

namespace PerformanceRecords.Web.Features.FilingSheets;

/// <summary>What the page of a filing's sheet shows.</summary>
/// <param name="Print">What became of its PDF; null where nobody has asked for one.</param>
/// <param name="Prints">False where no browser is installed.</param>
public sealed record FilingSheetPage(FilingSheet Sheet, Actor Actor, PrintJob? Print, bool Prints)
{
    public const string Path = "/filing-sheets";

    public static string Of(Guid applicationId) => $"{Path}/{applicationId}";

    public string Url => Of(Sheet.ApplicationId);

    /// <summary>The filing as this person has it before them.</summary>
    public (string Name, string Url) Case => Actor.Level == Level.Enterprise
        ? (Sheet.ProjectName, $"/applications/{Sheet.ApplicationId}")
        : (Sheet.ProjectName, $"/reviews/{Sheet.ApplicationId}");
}

/// <summary>A filing's sheet as it goes to the printer.</summary>
public sealed record PrintedFiling(FilingSheet Sheet, IHtmlContent? Style)
{
    /// <summary>Across a filing that proves nothing, and the class by which its pages say so at their foot.</summary>
    public (string Watermark, string Class)? Marked => Sheet.AsOf.To switch
    {
        Stage.Completed => null,
        Stage.Rejected or Stage.Abandoned => ("已终结", " over"),
        _ => ("在办", " open"),
    };
}
