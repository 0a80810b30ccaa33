using System.Text;
using PerformanceRecords.Domain.Letters;

namespace PerformanceRecords.Workflow.Letters;

/// <summary>和模板相比: a place where a letter says something else than the template it was drafted from, with a little of what stands around it.</summary>
public sealed record WordingChange(string Field, string Before, string Removed, string Added, string After)
{
    private const int Around = 12;

    /// <summary>Every change, facts filled in on both sides: what the portal wrote is no change.</summary>
    public static IReadOnlyList<WordingChange> Between(LetterWording template, Letter letter, LetterFacts facts) =>
    [
        .. Between("标题", facts.Fill(template.Title), facts.Fill(letter.Title)),
        .. Between("主送", facts.Fill(template.Addressee), facts.Fill(letter.Addressee)),
        .. Between("正文", facts.Fill(template.Body), facts.Fill(letter.Body)),
        .. Between("抄送", template.CopyTo ?? "", letter.CopyTo ?? ""),
        .. Between("附注", template.Note ?? "", letter.Note ?? ""),
    ];

    private static IEnumerable<WordingChange> Between(string field, string template, string letter)
    {
        var (was, now) = (Paragraphs(template), Paragraphs(letter));
        var (i, j) = (0, 0);
        while (i < was.Length || j < now.Length)
        {
            // up to the next paragraph that stands in both
            var (x, y) = (i, j);
            while (x < was.Length && (y = Array.IndexOf(now, was[x], j)) < 0)
            {
                x++;
            }

            y = x < was.Length ? y : now.Length;
            for (; i < x || j < y; i++, j++)
            {
                yield return Of(field, i < x ? was[i] : "", j < y ? now[j] : "");
            }

            (i, j) = (x + 1, y + 1);
        }
    }

    private static WordingChange Of(string field, string template, string letter)
    {
        // by whole characters: those of rare names are two units long
        Rune[] was = [.. template.EnumerateRunes()], now = [.. letter.EnumerateRunes()];
        var shorter = Math.Min(was.Length, now.Length);
        var head = Enumerable.Range(0, shorter).TakeWhile(k => was[k] == now[k]).Count();
        var tail = Enumerable.Range(1, shorter - head).TakeWhile(k => was[^k] == now[^k]).Count();
        return new(
            field,
            head > Around ? "……" + string.Concat(was[(head - Around)..head]) : string.Concat(was[..head]),
            string.Concat(was[head..^tail]),
            string.Concat(now[head..^tail]),
            tail > Around ? string.Concat(was[^tail..^(tail - Around)]) + "……" : string.Concat(was[^tail..]));
    }

    private static string[] Paragraphs(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
