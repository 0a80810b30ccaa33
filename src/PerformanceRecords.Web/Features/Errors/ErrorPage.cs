using Microsoft.AspNetCore.Html;
using PerformanceRecords.Web.Features.Shared;

namespace PerformanceRecords.Web.Features.Errors;

/// <summary>What an error page shows.</summary>
/// <param name="Reference">Found again in the log.</param>
/// <param name="Back">The page the person was on.</param>
/// <param name="Typed">What the person had typed, so that it is not lost with the page.</param>
public sealed record ErrorPage(int Status, string Reference, DateTime At, string Back, IReadOnlyList<string> Typed)
{
    public ErrorWords Words { get; } = ErrorWords.Of(Status);
}

/// <summary>An error in plain words: what happened, and what to do.</summary>
public sealed record ErrorWords(IHtmlContent Drawing, string Title, string Text)
{
    public static ErrorWords Of(int status) => status switch
    {
        400 => new(Art.Closed, "这次提交没有生效", "页面打开得太久，或者填的内容没有完整传到。请返回上一页，刷新后再提交一次。"),
        401 => new(Art.Closed, "登录已超时", "请重新登录，登录后回到刚才的页面。"),
        403 => new(Art.Closed, "这一步不由您办理", "这一步按流程由别的单位或别的人员办理，您刚才的操作没有生效。"),
        404 => new(Art.NotFound, "找不到这个页面", "地址可能抄错了，或者这件申报不属于您所在的单位。没有权限看的内容也显示这一页，不透露它是否存在。"),
        409 => new(Art.Done, "这一件刚被别人办过", "在您打开页面之后，别人已经改过或办过这一件。您刚才提交的没有生效，也没有重复办理。请回到这一件看最新的内容，再决定怎么办。"),
        413 => new(Art.Closed, "文件太大", "传来的内容超过了上限。请压缩或拆分文件后再传。"),
        429 => new(Art.Closed, "操作太频繁", "短时间内的请求太多。请过一分钟再试。"),
        503 => new(Art.Broken, "系统正在维护", "请过几分钟再试。已经保存的内容都在。"),
        _ => new(Art.Broken, "系统出了问题，这一步没有办成", "问题已经记录，不用您做什么。已经保存的内容都在；刚才这一步请过几分钟再试一次，仍然不行时把下面的编号告诉我们。"),
    };
}
