using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Domain.Publication;

/// <summary>Whether a platform is being sent to.</summary>
public enum ChannelState
{
    [Display(Name = "正常")]
    Normal,

    /// <summary>停机模式: the platform does not answer; it is probed until it does, and nothing is lost meanwhile.</summary>
    [Display(Name = "停机模式")]
    Outage,

    /// <summary>保险丝断开: credentials or contract are refused; a person closes it again.</summary>
    [Display(Name = "保险丝断开")]
    Fused,
}

/// <summary>通道: the way to one platform, the same for all instances of the portal.</summary>
public sealed class PushChannel
{
    public required Destination Destination { get; init; }

    public ChannelState State { get; set; }

    /// <summary>Since when it is in this state.</summary>
    public DateTime Since { get; set; }

    public string? Reason { get; set; }

    /// <summary>During an outage: when the platform is probed next.</summary>
    public DateTime? NextProbeAt { get; set; }

    public DateTime? LastSuccessAt { get; set; }

    /// <summary>When the latest outage began; the catch-up is drawn from there.</summary>
    public DateTime? OutageFrom { get; set; }

    /// <summary>When the latest outage ended; null while it lasts.</summary>
    public DateTime? OutageTo { get; set; }
}
