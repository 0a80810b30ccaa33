using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>A state in one word, with the icon and colour that belong to it.</summary>
public sealed class Tag : IHtmlContent
{
    private readonly string kind;
    private readonly IHtmlContent? icon;
    private readonly string text;

    private Tag(string kind, IHtmlContent? icon, string text) => (this.kind, this.icon, this.text) = (kind, icon, text);

    /// <summary>In someone's hands: 市级确认中.</summary>
    public static Tag Waiting(string text) => new("wait", Icon.Clock, text);

    /// <summary>Sent back, refused, stuck: 退回补正.</summary>
    public static Tag Back(string text) => new("back", Icon.Return, text);

    /// <summary>Wrong: 文件不合要求.</summary>
    public static Tag Bad(string text) => new("back", Icon.Warning, text);

    /// <summary>Done: 已通过.</summary>
    public static Tag Done(string text) => new("ok", Icon.Check, text);

    /// <summary>Wants attention: 端口已开通.</summary>
    public static Tag Attention(string text, IHtmlContent? icon = null) => new("fix", icon ?? Icon.Warning, text);

    /// <summary>Nothing to do: 草稿, 未上传.</summary>
    public static Tag Quiet(string text) => new("grey", null, text);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<span class=\"tag ");
        writer.Write(kind);
        writer.Write("\">");
        icon?.WriteTo(writer, encoder);
        encoder.Encode(writer, text);
        writer.Write("</span>");
    }
}
