using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace PerformanceRecords.PlatformSandbox.Faults;

/// <summary>故障: what can go wrong at a platform.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
public enum FaultKind
{
    [Display(Name = "应答变慢")]
    Latency,

    [Display(Name = "接收后超时")]
    TimeoutAfterAcceptance,

    [Display(Name = "接收后断开，不应答")]
    DropAnswer,

    [Display(Name = "500 内部错误")]
    ServerError,

    [Display(Name = "429 限流")]
    TooManyRequests,

    [Display(Name = "503 维护")]
    Maintenance,

    [Display(Name = "拒收某个字段")]
    RefuseField,

    [Display(Name = "接收但迟迟不显示")]
    ShowLate,

    [Display(Name = "擅自改动数据")]
    AlterData,

    [Display(Name = "拒绝凭据")]
    RefuseCredentials,

    [Display(Name = "拒绝合约版本")]
    RefuseContract,

    [Display(Name = "停机，连不上")]
    Down,
}

/// <summary>Which calls a fault strikes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultCall>))]
public enum FaultCall
{
    /// <summary>Submissions; what befalls the whole platform befalls queries too.</summary>
    [Display(Name = "报送")]
    Submit,

    /// <summary>先查后发: whether a submission arrived, and what became of it.</summary>
    [Display(Name = "查询是否收到")]
    Ask,

    /// <summary>What the public sees of a project.</summary>
    [Display(Name = "查看显示")]
    Show,
}

/// <summary>A fault switched on at the control desk.</summary>
public sealed class Fault
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required FaultKind Kind { get; init; }

    public FaultCall Call { get; init; }

    /// <summary>Only this platform; both when empty.</summary>
    public string? Channel { get; init; }

    /// <summary>Only this section; all when empty.</summary>
    public string? Section { get; init; }

    /// <summary>Only this project; all when empty.</summary>
    public string? PrjNum { get; init; }

    /// <summary>Chance of striking, 0 to 1.</summary>
    [Range(0, 1)]
    public double Probability { get; init; } = 1;

    /// <summary>Strikes left; without limit when empty.</summary>
    public int? Remaining { get; set; }

    /// <summary>Seconds of delay, of Retry-After, of holding the answer, or of showing late.</summary>
    [Range(0, 86_400)]
    public double Seconds { get; init; } = 5;

    /// <summary>The refused or altered field.</summary>
    public string? Field { get; init; }

    public int Struck { get; set; }
}
