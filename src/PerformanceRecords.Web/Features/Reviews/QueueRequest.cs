using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>Which list of cases is looked at.</summary>
public enum QueueView
{
    /// <summary>待办</summary>
    Mine,

    /// <summary>已超期: the part of 待办 that is late.</summary>
    Overdue,

    /// <summary>等别人</summary>
    Others,

    /// <summary>已办</summary>
    Done,

    /// <summary>全部, for who reads along.</summary>
    All,
}

/// <summary>What the address of the queue asks for. Read by hand: the list is the page that is opened most.</summary>
public sealed record QueueRequest(QueueView View, string? Text, string? TypeCode, Stage? Stage, string? Due)
{
    public const string Path = "/reviews";

    public static IReadOnlyList<(string Value, string Name)> DueChoices { get; } = [("overdue", "已超期"), ("today", "今日到期"), ("soon", "3 个工作日内到期")];

    public bool IsFiltered => Text is not null || TypeCode is not null || Stage is not null || Due is not null;

    public string? DueName => DueChoices.FirstOrDefault(c => c.Value == Due).Name;

    public static QueueRequest From(IQueryCollection query, QueueView home) => new(
        query["view"].ToString() switch { "overdue" => QueueView.Overdue, "others" => QueueView.Others, "done" => QueueView.Done, _ => home },
        Filtered.Word(query, "q"),
        ApplicationTypes.Find(query["type"].ToString())?.Code,
        EnumNames.Named<Stage>(query["stage"]),
        DueChoices.Any(c => c.Value == query["due"]) ? query["due"].ToString() : null);

    public QueueFilter Filter(DateOnly today)
    {
        (DateOnly? from, DateOnly? to) = (View, Due) switch
        {
            (QueueView.Overdue, _) or (_, "overdue") => ((DateOnly?)null, (DateOnly?)today.AddDays(-1)),
            (_, "today") => (today, today),
            (_, "soon") => (today, WorkingCalendar.AddWorkdays(today, 3)),
            _ => (null, null),
        };
        return new(Stage, TypeCode, Text, from, to);
    }

    public string Url(string? turn = null, string? cursor = null) => Filtered.Url(
        Path,
        ("view", View is QueueView.Mine or QueueView.All ? null : View.ToString().ToLowerInvariant()),
        ("q", Text),
        ("type", TypeCode),
        ("stage", Stage?.ToString()),
        ("due", Due),
        (turn ?? "", turn is null ? null : cursor));

    /// <summary>Each condition in words, and the request without it.</summary>
    public IEnumerable<(string Words, QueueRequest Without)> Conditions()
    {
        if (Text is not null)
        {
            yield return ($"关键词：{Text}", this with { Text = null });
        }

        if (TypeCode is not null)
        {
            yield return ($"类型：{ApplicationTypes.Of(TypeCode).Title}", this with { TypeCode = null });
        }

        if (Stage is { } stage)
        {
            yield return ($"环节：{stage.Chinese()}", this with { Stage = null });
        }

        if (Due is not null)
        {
            yield return ($"时限：{DueName}", this with { Due = null });
        }
    }
}
