using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>The rows of 等别人, and of all cases for who reads along.</summary>
public sealed class RegisterTable(IReadOnlyList<CaseRow> rows, DateOnly today) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var due = DueText.On(today);
        writer.Write("""
            <table class="q stack" data-keys><caption class="visually-hidden">申报，最近变动的在前</caption><thead><tr><th scope="col">项目 / 企业</th><th scope="col">类型</th><th scope="col">环节</th><th scope="col">在谁手里</th><th scope="col">时限</th><th scope="col">操作</th></tr></thead><tbody>
            """);
        foreach (var row in rows)
        {
            CaseCells.Project(writer, encoder, row.Id, row.ProjectName, row.ProjectNumber, row.EnterpriseName);
            writer.Write("<td data-l=\"类型\">");
            writer.Write(CaseCells.TypeName(row.TypeCode));
            writer.Write("</td><td data-l=\"环节\">");
            CaseCells.Stage(row.Stage).WriteTo(writer, encoder);
            writer.Write("</td><td data-l=\"在谁手里\">");
            encoder.Encode(writer, row.HolderName ?? "—");
            writer.Write("</td><td data-l=\"时限\"><div>");
            writer.Write(row.DueOn is { } day ? due.Cell(day, row.StageSince) : $"<span class=\"sub\">{DateText.Day(row.StageSince)} 起</span>");
            writer.Write("</div></td>");
            CaseCells.Open(writer, encoder, row.Id, "查看", row.ProjectName);
        }

        writer.Write("</tbody></table>");
    }
}

/// <summary>The rows of 已办: one line per act of this organisation.</summary>
public sealed class ActTable(IReadOnlyList<ActRow> rows) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("""
            <table class="q stack" data-keys><caption class="visually-hidden">已办，最近的在前</caption><thead><tr><th scope="col">项目</th><th scope="col">类型</th><th scope="col">办了什么</th><th scope="col">经办</th><th scope="col">现在</th><th scope="col">操作</th></tr></thead><tbody>
            """);
        foreach (var row in rows)
        {
            CaseCells.Project(writer, encoder, row.ApplicationId, row.ProjectName, row.ProjectNumber, null);
            writer.Write("<td data-l=\"类型\">");
            writer.Write(CaseCells.TypeName(row.TypeCode));
            writer.Write("</td><td data-l=\"办了什么\">");
            writer.Write(row.Act.Chinese());
            writer.Write("</td><td data-l=\"经办\"><div>");
            encoder.Encode(writer, row.UserName);
            writer.Write("<div class=\"sub\">");
            writer.Write(DateText.Minute(row.At));
            writer.Write("</div></div></td><td data-l=\"现在\">");
            CaseCells.Stage(row.Stage).WriteTo(writer, encoder);
            writer.Write("</td>");
            CaseCells.Open(writer, encoder, row.ApplicationId, "查看", row.ProjectName);
        }

        writer.Write("</tbody></table>");
    }
}
