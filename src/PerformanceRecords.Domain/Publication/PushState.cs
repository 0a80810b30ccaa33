using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Domain.Publication;

/// <summary>Where a message stands.</summary>
public enum PushState
{
    /// <summary>待推送</summary>
    [Display(Name = "待发送")]
    Waiting,

    /// <summary>推送中: someone holds the lease.</summary>
    [Display(Name = "正在发送")]
    Sending,

    /// <summary>已接收: the platform took it; it does not show it yet.</summary>
    [Display(Name = "已接收，等平台显示")]
    Accepted,

    /// <summary>已显示</summary>
    [Display(Name = "已显示")]
    Shown,

    /// <summary>已被新内容取代: accepted, but the platform shows newer content before this was ever seen there.</summary>
    [Display(Name = "已被新内容取代")]
    Superseded,

    /// <summary>需人工处理: refused for a reason that sending again cannot mend.</summary>
    [Display(Name = "需要人处理")]
    NeedsPerson,

    /// <summary>已搁置</summary>
    [Display(Name = "已搁置")]
    Parked,
}

/// <summary>Why a message is not through yet; it decides what happens next.</summary>
public enum PushProblem
{
    /// <summary>没有应答: it may have arrived, so the platform is asked before anything is sent again.</summary>
    [Display(Name = "没有应答，先查后发")]
    Unanswered,

    /// <summary>平台出错或连不上: again soon.</summary>
    [Display(Name = "平台出错，稍后自动重试")]
    Soon,

    /// <summary>限流或维护: again when the platform said.</summary>
    [Display(Name = "限流或维护，按平台要求的时间重试")]
    Later,

    /// <summary>内容被拒: only a person can mend it.</summary>
    [Display(Name = "内容被拒收")]
    Person,

    /// <summary>凭据或合约被拒: the whole channel is stopped.</summary>
    [Display(Name = "凭据或合约被拒，通道已断开")]
    Channel,
}
