using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Verification;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Letters;

/// <summary>The paper itself: what the preview shows sheet by sheet and the printer lays out.</summary>
public sealed partial record LetterPaper(Letter Letter, LetterFile File, DateOnly Day)
{
    private const int RowsOnSheet = 16;
    private const int OtherSheets = 22;
    private const int Characters = 28;
    private const int TitleCharacters = 20;

    /// <summary>Made up, to look at a template.</summary>
    public bool IsSample { get; init; }

    public IReadOnlyList<string> Annexes => LetterText.AnnexesOf(Letter.Kind, File.Rows.Count);

    public bool IsLetter => Letter.Layout is LetterLayout.Letter or LetterLayout.Notice;

    public bool IsPetition => Letter.Layout == LetterLayout.Petition;

    /// <summary>The watermark over a text that is not a letter yet, or no longer.</summary>
    public string? Watermark => IsSample ? "样 张" : Letter.State switch
    {
        LetterState.Draft => "草 稿",
        LetterState.AwaitingSignature => "待 签",
        LetterState.Discarded => "作 废",
        LetterState.Withdrawn => "已收回",
        _ => null,
    };

    public string Number => Letter.Number ?? $"{File.Series}〔{Day.Year}〕　号";

    /// <summary>标题, with the facts a draft still has in braces written out.</summary>
    public string Title => File.Facts.Fill(Letter.Title);

    /// <summary>The title in parts, who writes and what about, and these in phrases: a line better ends between two of them.</summary>
    public IReadOnlyList<IReadOnlyList<string>> TitleParts => Title.Length > TitleCharacters && Title.StartsWith(Letter.FromName + "关于", StringComparison.Ordinal)
        ? [[Letter.FromName], Phrase().Split(Title[Letter.FromName.Length..])]
        : [Title.Length > TitleCharacters ? Phrase().Split(Title) : [Title]];

    private int TitleLines => TitleParts.Sum(part => (part.Sum(phrase => phrase.Length) + TitleCharacters - 1) / TitleCharacters);

    public string Addressee => File.Facts.Fill(Letter.Addressee);

    /// <summary>In the order they are read; headings of the first and second rank have their own type.</summary>
    public IEnumerable<LetterParagraph> Paragraphs => Letter.Body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => new LetterParagraph(line, [.. File.Facts.Pieces(line)]));

    /// <summary>成文日期 in Arabic figures.</summary>
    public string Date => $"{Day.Year}年{Day.Month}月{Day.Day}日";

    /// <summary>版记, at the foot of the last page: whom else it goes to, and in 文件格式 by whom and when it was issued.</summary>
    public IReadOnlyList<(string Left, string? Right)> Colophon =>
    [
        .. string.IsNullOrWhiteSpace(Letter.CopyTo) ? [] : new (string, string?)[] { ($"抄送：{Letter.CopyTo.TrimEnd('。')}。", null) },
        .. IsLetter ? [] : new (string, string?)[] { (Letter.FromName, $"{Date}印发") },
    ];

    /// <summary>The code as a QR picture, beside the code.</summary>
    public IHtmlContent? Qr { get; init; }

    public string? Code => Letter.Code is { } code ? VerificationCode.Grouped(code) : null;

    /// <summary>The text for the preview, a sheet at a time; the printer breaks it by itself.</summary>
    public IReadOnlyList<IReadOnlyList<LetterParagraph>> Sheets
    {
        get
        {
            var sheets = new List<IReadOnlyList<LetterParagraph>>();
            var sheet = new List<LetterParagraph>();
            var room = (IsLetter ? 16.2 : 10.2) - (1.1 * TitleLines);
            foreach (var paragraph in Paragraphs)
            {
                var lines = paragraph.Lines(Characters);
                if (lines > room && sheet.Count > 0)
                {
                    sheets.Add(sheet);
                    (sheet, room) = ([], OtherSheets);
                }

                sheet.Add(paragraph);
                room -= lines;
            }

            var close = 3.6 + (Annexes.Count == 0 ? Colophon.Count : Annexes.Count + 1) + (string.IsNullOrWhiteSpace(Letter.Note) ? 0 : 1);
            if (room < close && sheet.Count > 1)
            {
                // the signature never stands on a sheet of its own
                var last = sheet[^1];
                sheet.RemoveAt(sheet.Count - 1);
                sheets.Add(sheet);
                sheet = [last];
            }

            sheets.Add(sheet);
            return sheets;
        }
    }

    /// <summary>The annexes for the preview, a sheet at a time.</summary>
    public IEnumerable<(int Annex, int Part, AnnexRow[] Rows)> AnnexSheets => Annexes.SelectMany((_, annex) =>
        File.Rows.Chunk(annex == 0 ? RowsOnSheet : RowsOnSheet - 2).Select((rows, part) => (annex, part, rows)));

    // 回行时词意完整 (GB/T 9704-2012, 7.3.1)
    [GeneratedRegex("(?=全国建筑市场监管|公共服务平台|勘察设计|业绩信息|业绩确认|等[0-9]+个)")]
    private static partial Regex Phrase();
}

/// <summary>One paragraph, with the facts in it told from the words.</summary>
public sealed record LetterParagraph(string Line, IReadOnlyList<(string Text, bool IsFact)> Pieces)
{
    /// <summary>一、 in 黑体, （一） in 楷体.</summary>
    public string? Rank => Line switch
    {
        [>= '一' and <= '龥', '、', ..] when "一二三四五六七八九十".Contains(Line[0]) && Line.Length <= 40 => "h1",
        ['（', var first, '）', ..] when "一二三四五六七八九十".Contains(first) && Line.Length <= 40 => "h2",
        _ => null,
    };

    public int Lines(int characters) => (Pieces.Sum(p => p.Text.Sum(c => c < 0x80 ? 1 : 2)) / 2 + 2 + characters - 1) / characters;
}

/// <summary>A letter as it goes to the printer.</summary>
/// <param name="Seal">The seal's picture, where one is configured.</param>
public sealed record PrintedLetter(LetterPaper Paper, IHtmlContent? Qr, string? Seal, IHtmlContent? Style, IHtmlContent? Script);
