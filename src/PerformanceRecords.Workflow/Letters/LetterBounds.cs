using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Letters;

namespace PerformanceRecords.Workflow.Letters;

/// <summary>What is asked of the words of a letter or template, whoever writes them.</summary>
internal static class LetterBounds
{
    public static Breach? Missing(string title, string addressee, string body) =>
        string.IsNullOrWhiteSpace(title) ? new("title-missing", "Title", "请填写标题。")
        : title.Trim().Length > 200 ? new("title-long", "Title", "标题最多 200 字。")
        : string.IsNullOrWhiteSpace(addressee) ? new("addressee-missing", "Addressee", "请填写主送机关。")
        : addressee.Trim().Length > 200 ? new("addressee-long", "Addressee", "主送机关最多 200 字。")
        : string.IsNullOrWhiteSpace(body) ? new("body-missing", "Body", "请填写正文。")
        : body.Length > 8000 ? new("body-long", "Body", "正文最多 8000 字。")
        : null;

    public static Breach? WrongLayout(LetterKind kind, LetterLayout layout) =>
        kind.Layouts().Contains(layout) ? null : new("layout-wrong", "Layout", "这一种类不能用这个文种，请另选。");

    public static Breach? TooLong(string? copyTo, string? note) =>
        copyTo is { Length: > 200 } ? new("copy-long", "CopyTo", "抄送最多 200 字。")
        : note is { Length: > 200 } ? new("note-long", "Note", "附注最多 200 字。")
        : null;
}
