using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Letters;

namespace PerformanceRecords.Workflow.Letters;

/// <summary>What is asked of the words of a letter or template, whoever writes them.</summary>
internal static class LetterBounds
{
    private const int LongestLine = 200;

    public static Breach? Missing(string title, string addressee, string body) =>
        string.IsNullOrWhiteSpace(title) ? new("title-missing", "Title", "请填写标题。")
        : title.Trim().Length > LongestLine ? new("title-long", "Title", "标题最多 200 字。")
        : string.IsNullOrWhiteSpace(addressee) ? new("addressee-missing", "Addressee", "请填写主送机关。")
        : addressee.Trim().Length > LongestLine ? new("addressee-long", "Addressee", "主送机关最多 200 字。")
        : string.IsNullOrWhiteSpace(body) ? new("body-missing", "Body", "请填写正文。")
        : body.Length > 8000 ? new("body-long", "Body", "正文最多 8000 字。")
        : null;

    public static Breach? WrongLayout(LetterKind kind, LetterLayout layout) =>
        kind.Layouts().Contains(layout) ? null : new("layout-wrong", "Layout", "这一种类不能用这个文种，请另选。");

    /// <summary>The text with its facts where they fit in; otherwise as it is, for the drafter to shorten.</summary>
    public static string Fitting(LetterFacts facts, string text) => facts.Fill(text) is { Length: <= LongestLine } filled ? filled : text;

    /// <summary>What stands in braces and says nothing of these cases, at the field in which it stands.</summary>
    public static Breach? Unfilled(LetterFacts facts, Letter letter) =>
        new[] { ("Title", "标题", letter.Title), ("Addressee", "主送机关", letter.Addressee), ("Body", "正文", letter.Body) }
            .SelectMany(f => facts.Unfilled(f.Item3).Select(hole => new Breach("fact-unfilled", f.Item1, $"{f.Item2}里的“{hole}”没有对应的事实，请改成文字后再送签。")))
            .FirstOrDefault();

    /// <summary>What is short with its facts in braces may be too long with them written out.</summary>
    public static Breach? TooLongFilled(LetterFacts facts, Letter letter) =>
        facts.Fill(letter.Title).Length is > LongestLine and var title ? new("title-long", "Title", $"标题写上事实以后有 {title} 字，最多 {LongestLine} 字，请改短。")
        : facts.Fill(letter.Addressee).Length is > LongestLine and var addressee ? new("addressee-long", "Addressee", $"主送机关写上事实以后有 {addressee} 字，最多 {LongestLine} 字，请改短。")
        : null;

    public static Breach? TooLong(string? copyTo, string? note) =>
        copyTo is { Length: > 200 } ? new("copy-long", "CopyTo", "抄送最多 200 字。")
        : note is { Length: > 200 } ? new("note-long", "Note", "附注最多 200 字。")
        : null;
}
