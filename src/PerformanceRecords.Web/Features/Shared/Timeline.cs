using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>One line of 办理经过.</summary>
/// <param name="State">done, back, now, or nothing for what is still to come.</param>
/// <param name="What">The act, in bold.</param>
/// <param name="Detail">Its reason or number.</param>
/// <param name="Meta">Who and when.</param>
public sealed record TimelineEntry(string State, string What, string? Detail, string Meta)
{
    /// <param name="type">What the application is.</param>
    public static TimelineEntry Of(ApplicationEvent act, ApplicationType type) => new(
        act.Act is Act.Return or Act.Reject or Act.SendBack or Act.TakeOut or Act.Abandon or Act.Withdraw ? "back" : "done",
        WordsOf(act, type),
        string.Join("　", new[] { act.Reference, act.Opinion }.OfType<string>()) is { Length: > 0 } detail ? detail : null,
        $"{(act.Level == Level.Enterprise ? act.UserName : $"{act.OrganisationName} {act.UserName}")} · {DateText.Minute(act.At)}");

    private static string WordsOf(ApplicationEvent act, ApplicationType type) => (act.Act, act.From) switch
    {
        (Act.Submit, Stage.Draft) => $"提交{type.Title}申请",
        (Act.Submit, Stage.FillIn) => $"填报并提交（{type.Module}）",
        (Act.Submit, _) => "补正后重报",
        (Act.Confirm, Stage.MinistryReview) => "住建部审核通过" + Recorded(act),
        (Act.Verify or Act.Confirm or Act.Return or Act.Reject, _) => (act.OnBehalfOf ?? act.Level).Chinese() + act.Act.Chinese() + Recorded(act),
        (Act.SignLetter, Stage.CityLetter) => "市级报省",
        (Act.SignLetter, _) => $"{act.Level.Chinese()}发函",
        (Act.OpenPort, _) => "省厅开通补录端口",
        var (does, _) => does.Chinese() + Recorded(act),
    };

    private static string Recorded(ApplicationEvent act) => act.OnBehalfOf is null ? "" : $"（书面答复，{act.Level.Chinese()}登记）";
}

/// <summary>办理经过, newest first.</summary>
public sealed class Timeline(IEnumerable<TimelineEntry> entries) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<ol class=\"steps\">");
        foreach (var entry in entries)
        {
            writer.Write(entry.State.Length == 0 ? "<li><b>" : $"<li class=\"{entry.State}\"><b>");
            encoder.Encode(writer, entry.What);
            writer.Write("</b>");
            if (entry.Detail is not null)
            {
                writer.Write("　");
                encoder.Encode(writer, entry.Detail);
            }

            writer.Write("<span class=\"meta\">");
            encoder.Encode(writer, entry.Meta);
            writer.Write("</span></li>");
        }

        writer.Write("</ol>");
    }
}
