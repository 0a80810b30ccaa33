using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Web.Features.Shared;

namespace PerformanceRecords.Web.Features.Letters;

/// <summary>How letters are spoken of.</summary>
internal static class LetterWords
{
    public static string KindOf(LetterKind kind) => kind switch
    {
        LetterKind.SupplementRequest => "补录端口申请函",
        LetterKind.CorrectionRequest => "修正申请函",
        LetterKind.ConfirmationRequest => "业绩确认申请函",
        LetterKind.MinistryRequest => "报部修正申请函",
        LetterKind.Confirmation => "业绩确认函",
        LetterKind.ReplyNotice => "办理结果告知书",
        LetterKind.RejectionNotice => "不予通过告知书",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string LayoutOf(LetterLayout layout) => layout switch
    {
        LetterLayout.Letter => "函（信函格式）",
        LetterLayout.Petition => "请示（上行文）",
        LetterLayout.Approval => "批复（文件格式）",
        LetterLayout.Notice => "告知书（信函格式）",
        _ => throw new ArgumentOutOfRangeException(nameof(layout), layout, null),
    };

    /// <summary>函; 告知书</summary>
    public static string NounOf(LetterKind kind) => kind.IsNotice() ? "告知书" : "函";

    public static string ThisOf(LetterKind kind) => kind.IsNotice() ? "这份告知书" : "这封函";

    /// <summary>Where cases wait that are in none.</summary>
    public static string PileOf(LetterKind kind) => kind.IsNotice() ? "待告知" : "待拟函";

    public static Tag TagOf(LetterState state) => state switch
    {
        LetterState.Draft => Tag.Quiet("拟稿中"),
        LetterState.AwaitingSignature => Tag.Waiting("待签发"),
        LetterState.Signed => Tag.Done("已签发"),
        LetterState.Discarded => Tag.Quiet("已作废"),
        LetterState.Withdrawn => Tag.Bad("已收回"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>What an entry of the audit log says a hand did to the letter.</summary>
    public static string ActionOf(string action) => action switch
    {
        "letter.Draft" => "拟稿",
        "letter.SendForSignature" => "送签",
        "letter.SendBack" => "退回拟稿人",
        "letter.Sign" => "签发",
        "letter.Discard" => "作废",
        "letter.Cover" => "加入一件申报",
        "letter.Uncover" => "移出一件申报",
        "letter.Reset" => "还原为模板",
        "letter.Withdraw" => "收回",
        "letter.Scan" => "上传盖章扫描件",
        _ => action,
    };
}
