using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>The rows of 待办, written as text: this is the list that is opened most.</summary>
public sealed class QueueTable(IReadOnlyList<QueueRow> rows, DateOnly today) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var due = DueText.On(today);
        writer.Write("""
            <table class="q stack" data-keys><caption class="visually-hidden">待办审核，按到期时间排序</caption><thead><tr><th scope="col">项目 / 企业</th><th scope="col">类型</th><th scope="col">环节</th><th scope="col">办理时限</th><th scope="col">操作</th></tr></thead><tbody>
            """);
        foreach (var row in rows)
        {
            CaseCells.Project(writer, encoder, row.Id, row.ProjectName, row.ProjectNumber, row.EnterpriseName);
            writer.Write("<td data-l=\"类型\">");
            writer.Write(CaseCells.TypeName(row.TypeCode));
            writer.Write("</td><td data-l=\"环节\">");
            CaseCells.Stage(row.Stage, again: row.Submissions > 1 && row.AskedAt == row.Stage).WriteTo(writer, encoder);
            writer.Write("</td><td data-l=\"办理时限\"><div>");
            writer.Write(due.Cell(row.DueOn, row.StageSince));
            writer.Write("</div></td>");
            CaseCells.Open(writer, encoder, row.Id, Verb(row.Stage), row.ProjectName);
        }

        writer.Write("</tbody></table>");
    }

    private static string Verb(Stage stage) => stage is Stage.CityLetter or Stage.ProvinceLetter ? "查看" : "审核";
}

/// <summary>Cells that the lists of cases share.</summary>
internal static class CaseCells
{
    private static readonly Tag Resubmitted = Tag.Attention("补正后重报", Icon.Return);
    private static readonly Dictionary<Stage, Tag> Stages = Enum.GetValues<Stage>().ToDictionary(s => s, s => s switch
    {
        Domain.Applications.Stage.Completed => Tag.Done(s.Chinese()),
        Domain.Applications.Stage.Amendment or Domain.Applications.Stage.Rejected => Tag.Back(s.Chinese()),
        Domain.Applications.Stage.FillIn => Tag.Attention(s.Chinese(), Icon.Pen),
        Domain.Applications.Stage.Abandoned or Domain.Applications.Stage.Draft => Tag.Quiet(s.Chinese()),
        _ => Tag.Waiting(s.Chinese()),
    });

    public static Tag Stage(Stage stage, bool again = false) => again ? Resubmitted : Stages[stage];

    public static string TypeName(string code) => ApplicationTypes.Find(code)?.Title ?? code;

    /// <summary>Begins the row.</summary>
    public static void Project(TextWriter writer, HtmlEncoder encoder, Guid id, string name, string? number, string? enterprise)
    {
        writer.Write("<tr><td><a href=\"/reviews/");
        writer.Write(id);
        writer.Write("\">");
        encoder.Encode(writer, name);
        writer.Write("</a><div class=\"sub\">");
        if (number is not null)
        {
            encoder.Encode(writer, number);
            writer.Write(enterprise is null ? "" : " · ");
        }

        if (enterprise is not null)
        {
            encoder.Encode(writer, enterprise);
        }

        writer.Write("</div></td>");
    }

    /// <summary>Ends the row.</summary>
    public static void Open(TextWriter writer, HtmlEncoder encoder, Guid id, string verb, string name)
    {
        writer.Write("<td class=\"nw\"><a href=\"/reviews/");
        writer.Write(id);
        writer.Write("\" aria-label=\"");
        writer.Write(verb);
        writer.Write(' ');
        encoder.Encode(writer, name);
        writer.Write("\">");
        writer.Write(verb);
        writer.Write("</a></td></tr>");
    }
}
