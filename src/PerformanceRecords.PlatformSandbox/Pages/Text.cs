using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using PerformanceRecords.PlatformSandbox.Contract;
using PerformanceRecords.PlatformSandbox.Faults;

namespace PerformanceRecords.PlatformSandbox.Pages;

/// <summary>How values read on the pages.</summary>
internal static class Text
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static string Of(DateTime utc) => (utc + China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetDecimal().ToString("#,0.####", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>A person's number as the public may see it.</summary>
    public static string Of(string field, JsonElement value)
    {
        var text = Of(value);
        return field.EndsWith("IDCard", StringComparison.Ordinal) && text.Length > 8 ? text[..4] + new string('*', text.Length - 8) + text[^4..] : text;
    }

    public static string Title(FaultKind kind) => typeof(FaultKind).GetField(kind.ToString())!.GetCustomAttribute<DisplayAttribute>()!.Name!;

    public static string Section(string? slug) => slug is null ? "" : SectionNames.Find(slug)?.Title ?? slug;

    public static string Channel(string? channel) => channel switch { SandboxState.National => "部平台", SandboxState.ServiceNetwork => "政务网", _ => "全部" };

    public static string DataSource(string code) => code switch
    {
        "1" => "业务办理",
        "2" => "信息登记",
        "3" => "历史业绩补录",
        "4" => "共享交换",
        _ => "",
    };

    public static (string Class, string Word) Outcome(string outcome) => outcome switch
    {
        "accepted" => ("ok", "已接收"),
        "same-key" => ("fix", "重复：同一幂等键"),
        "same-fact" => ("fix", "重复：同一业务内容"),
        "shown" or "on-file" or "up" => ("grey", "查询"),
        "unknown-project" or "unknown-submission" => ("grey", "查询：没有"),
        "out-of-order" => ("back", "拒收：次序不对"),
        "field-errors" => ("back", "拒收：字段错误"),
        "grade-conflict" => ("back", "拒收：等级冲突"),
        "key-reused" => ("back", "拒收：幂等键另有内容"),
        "contract-version" => ("back", "拒收：合约版本"),
        "malformed" => ("back", "拒收：请求不完整"),
        "down" => ("back", "停机"),
        "server-error" => ("back", "内部错误"),
        "too-many-requests" => ("fix", "限流"),
        "maintenance" => ("fix", "维护中"),
        _ => ("back", "拒收：签名"),
    };
}
