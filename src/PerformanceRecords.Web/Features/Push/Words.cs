using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Sync.Desk;
using PerformanceRecords.Web.Features.Shared;

namespace PerformanceRecords.Web.Features.Push;

/// <summary>How pushes are spoken of on the desk.</summary>
internal static class Words
{
    private static readonly FrozenDictionary<Enum, string> Names = new[]
    {
        typeof(Destination), typeof(PushState), typeof(PushProblem), typeof(PushAct), typeof(ChannelState), typeof(PushStanding), typeof(Sections), typeof(Drift),
    }
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Where(field => field.GetCustomAttribute<DisplayAttribute>() is not null)
        .ToFrozenDictionary(field => (Enum)field.GetValue(null)!, field => field.GetCustomAttribute<DisplayAttribute>()!.Name!);

    private static readonly FrozenDictionary<Sections, FrozenDictionary<string, string>> Labels = SectionDefinitions.All.ToFrozenDictionary(
        d => d.Section, d => d.Fields.Where(f => f.NationalCode is { Length: > 0 }).DistinctBy(f => f.NationalCode).ToFrozenDictionary(f => f.NationalCode!, f => f.Label));

    // a code that stands by itself, and is not in brackets behind its name already; the blanks around it part it from Chinese words, which its name does not need
    private static readonly FrozenDictionary<Sections, Regex> FieldCodes = Labels.ToFrozenDictionary(
        s => s.Key, s => new Regex($" ?(?<![A-Za-z（])(?<code>{string.Join('|', s.Value.Keys.Select(Regex.Escape).DefaultIfEmpty("(?!)"))})(?![A-Za-z]) ?", RegexOptions.ExplicitCapture));

    private const int Longest = 60;

    public static readonly string[] Ages = ["1 小时内", "1–24 小时", "1–3 天", "3–5 天", "5–7 天", "超过 7 天"];

    public static string Of(Enum value) => Names.GetValueOrDefault(value, value.ToString());

    public static string Hint(PushStanding standing) => standing switch
    {
        PushStanding.Ready => "马上发出；停机时恢复后自动发",
        PushStanding.Accepted => "每 10 分钟查一次",
        PushStanding.Retrying => "限流、维护、超时",
        PushStanding.Behind => "按项目保持顺序",
        PushStanding.NeedsPerson => "平台给出字段错误",
        _ => "有原因，可恢复",
    };

    public static IHtmlContent Tag(PushRow row) => Tag(row.Standing);

    public static IHtmlContent Tag(PushStanding standing) => standing switch
    {
        PushStanding.NeedsPerson => Shared.Tag.Bad(Of(standing)),
        PushStanding.Retrying => Shared.Tag.Attention(Of(standing), Icon.Clock),
        PushStanding.Parked => Shared.Tag.Attention(Of(standing), Icon.Pause),
        PushStanding.Behind => Shared.Tag.Quiet(Of(standing)),
        _ => Shared.Tag.Waiting(Of(standing)),
    };

    public static IHtmlContent Tag(Drift drift) => drift switch
    {
        Drift.None => Shared.Tag.Done(Of(drift)),
        Drift.Gone => Shared.Tag.Bad(Of(drift)),
        _ => Shared.Tag.Attention(Of(drift)),
    };

    /// <summary>A field as it is shown beside another; identity numbers masked.</summary>
    public static string Shown(FieldDefinition field, string text) => text.Length == 0 ? "空" : SectionDefinition.Display(field, text);

    public static IHtmlContent Tag(PushAttempt attempt) => (attempt.Problem, attempt.Act) switch
    {
        (null, PushAct.Park) => Shared.Tag.Attention(Of(attempt.Act), Icon.Pause),
        (null, PushAct.Resend or PushAct.Release) => Shared.Tag.Waiting(Of(attempt.Act)),
        (null, PushAct.Ask) when attempt.Status == 404 => Shared.Tag.Quiet("先查后发：未收到"),
        (null, PushAct.Ask) => Shared.Tag.Done("先查后发：已收到"),
        (null, PushAct.Supersede) => Shared.Tag.Quiet(Of(attempt.Act)),
        (null, PushAct.See) => Shared.Tag.Done("已显示"),
        (null, _) => Shared.Tag.Done("已接收"),
        (PushProblem.Unanswered, _) => Shared.Tag.Attention("没有应答", Icon.Clock),
        (PushProblem.Person, _) => Shared.Tag.Bad($"{attempt.Status} 拒收"),
        (PushProblem.Channel, _) => Shared.Tag.Bad($"{attempt.Status} 通道被拒"),
        _ => Shared.Tag.Attention(attempt.Status is { } status ? $"{status} 稍后重试" : "连不上", Icon.Clock),
    };

    /// <summary>Where a message of the line stands: style of its box, icon, word.</summary>
    public static (string Style, IHtmlContent Icon, string Text) Box(PushMessage message, PushMessage? waitsFor) => message.State switch
    {
        PushState.Shown => ("ok", Icon.Check, $"已显示 {message.Grade}级"),
        PushState.Superseded => ("ok", Icon.Check, Of(message.State)),
        PushState.Accepted => ("live", Icon.Clock, "已接收，等显示"),
        PushState.NeedsPerson => ("bad", Icon.Cross, Of(message.State)),
        PushState.Parked => ("hold", Icon.Pause, Of(message.State)),
        _ when waitsFor is not null => ("hold", Icon.Pause, $"等{Of(waitsFor.Section)}"),
        PushState.Sending => ("live", Icon.Send, Of(message.State)),
        _ when message.Problem is not null => ("live", Icon.Clock, "稍后重试"),
        _ => ("live", Icon.Send, Of(message.State)),
    };

    /// <summary>A platform's words with the fields of the data standard called by their names.</summary>
    public static string Readable(Sections section, string text) =>
        FieldCodes[section].Replace(text, found => Named(section, found.Groups["code"].Value));

    /// <summary>What was last heard of a push, or what it waits for.</summary>
    public static string Situation(Sections section, string? error, PushStanding standing) => (error, standing) switch
    {
        ({ Length: > 0 }, _) when Readable(section, error) is var said => said.Length > Longest ? said[..Longest] + "…" : said,
        (_, PushStanding.Behind) => "等前一环节被接收",
        (_, PushStanding.Parked) => "已搁置，等恢复",
        (_, PushStanding.Accepted) => "平台还没有显示",
        _ => "没有异常",
    };

    /// <summary>What a platform announced; whatever else it said stays as it is.</summary>
    public static string Of(Announcement announcement) => announcement.Status switch
    {
        "accepted" => "通知：已接收",
        "shown" => "通知：已显示",
        "refused" => "通知：拒收",
        var other => other,
    };

    public static string Took(int milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000d:0.0} 秒");

    public static string DeadlineClass(DateTime approvedAt, DateTime now) => PublicationClock.Urgency(approvedAt, now) switch
    {
        PublicationUrgency.Overdue => "due",
        PublicationUrgency.Close => "soon",
        _ => "",
    };

    private static string Named(Sections section, string code) => $"{Labels[section][code]}（{code}）";
}
