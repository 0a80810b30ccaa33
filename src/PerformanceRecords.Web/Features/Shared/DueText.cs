using System.Collections.Concurrent;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>办理时限 in words, counted in working days. A list asks per row, and most rows share their dates, so each pair of dates is put into words once a day.</summary>
public sealed class DueText
{
    private const int Most = 5000;

    private static readonly string Warning = $"""<span class="due">{Icon.Warning} """;
    private static volatile DueText current = new(default);

    private readonly ConcurrentDictionary<(DateOnly Due, DateOnly Since), string> cells = new();

    private DueText(DateOnly today) => Today = today;

    public DateOnly Today { get; }

    public static DueText On(DateOnly today)
    {
        var texts = current;
        return texts.Today == today ? texts : current = new DueText(today);
    }

    /// <summary>剩 3 个工作日, 今日到期, 超期 1 个工作日.</summary>
    public static string Left(DateOnly due, DateOnly today) => WorkingCalendar.WorkdaysBetween(today, due) switch
    {
        _ when due == today => "今日到期",
        0 when due < today => "已超期",
        < 0 and var over => $"超期 {-over} 个工作日",
        var left => $"剩 {left} 个工作日",
    };

    /// <summary>The same as markup, with the colour and sign it deserves.</summary>
    public static string Marked(DateOnly due, DateOnly today)
    {
        var words = Left(due, today);
        return due < today ? $"{Warning}{words}</span>"
            : due == today ? $"""<span class="due">{words}</span>"""
            : WorkingCalendar.WorkdaysBetween(today, due) <= 1 ? $"""<span class="soon">{words}</span>"""
            : words;
    }

    /// <summary>What stands in a list: what is left, the day, and what has been used up of the time given.</summary>
    public string Cell(DateOnly due, DateTime since)
    {
        var key = (due, ChinaClock.DateInChina(since));
        return cells.TryGetValue(key, out var cell) ? cell : Remember(key);
    }

    private string Remember((DateOnly Due, DateOnly Since) key)
    {
        var used = WorkingCalendar.WorkdaysBetween(key.Since, Today);
        var spent = key.Since == Today ? "今天收到" : $"已用 {used} / {WorkingCalendar.WorkdaysBetween(key.Since, key.Due)} 日";
        var cell = $"""{Marked(key.Due, Today)}<div class="sub">{DateText.ShortDay(key.Due)} · {spent}</div>""";
        if (cells.Count < Most)
        {
            cells[key] = cell;
        }

        return cell;
    }
}
