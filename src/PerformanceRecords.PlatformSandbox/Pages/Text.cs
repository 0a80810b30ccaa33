using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.DataStandard;

namespace PerformanceRecords.PlatformSandbox.Pages;

/// <summary>How values read on the pages.</summary>
internal static class Text
{
    public static string Of(DateTime utc) => ChinaClock.ToChina(utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetDecimal().ToString("#,0.####", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>A value as the public reads it: names for codes and places, a person's number masked.</summary>
    public static string Of(ContractField field, JsonElement value) => (field, Of(value)) switch
    {
        ({ Table: { } table }, var code) => CodeTables.NameOf(table, code),
        ({ Name: "ProvinceNum" or "CityNum" or "CountyNum" }, var region) => Regions.FullName(region),
        ({ Name: "IDCard" }, var number) => IdNumber.Mask(number),
        ({ Name: "OneCensorIsPass" or "isUnion" }, var flag) => flag == "1" ? "是" : "否",
        var (_, text) => text,
    };

    public static string Title<T>(T value)
        where T : struct, Enum => typeof(T).GetField(value.ToString())!.GetCustomAttribute<DisplayAttribute>()!.Name!;

    public static string Announced(string status) => status switch { "accepted" => "已接收", "shown" => "已显示", _ => status };

    public static string Section(string? slug) => slug is null ? "" : SectionNames.Find(slug)?.Title ?? slug;

    public static string Channel(string? channel) => channel switch { SandboxState.National => "部平台", SandboxState.ServiceNetwork => "政务网", _ => "全部" };

    public static string DataSource(string code) => CodeTables.NameOf("dataSource", code);

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
