using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Domain.Applications;

/// <summary>What someone does in a step; the word on the button.</summary>
public enum Act
{
    /// <summary>提交: the enterprise hands in.</summary>
    [Display(Name = "提交")]
    Submit,

    /// <summary>撤回: the enterprise takes its submission back before anyone decided on it.</summary>
    [Display(Name = "撤回")]
    Withdraw,

    /// <summary>放弃: the enterprise ends the application.</summary>
    [Display(Name = "放弃申报")]
    Abandon,

    /// <summary>核实通过: the facts hold; others still decide.</summary>
    [Display(Name = "核实通过")]
    Verify,

    /// <summary>确认通过: the last approval of a route.</summary>
    [Display(Name = "确认通过")]
    Confirm,

    /// <summary>签发: a letter that covers the application is signed off.</summary>
    [Display(Name = "签发")]
    SignLetter,

    /// <summary>开通端口</summary>
    [Display(Name = "开通补录端口")]
    OpenPort,

    /// <summary>施工许可到达</summary>
    [Display(Name = "施工许可到达")]
    RecordPermit,

    /// <summary>退回补正: back to the enterprise, with a reason.</summary>
    [Display(Name = "退回补正")]
    Return,

    /// <summary>退回上一级: back to the reviewer before, with a reason.</summary>
    [Display(Name = "退回上一级")]
    SendBack,

    /// <summary>撤出待发函: out of the letter pile, back to review at the same level.</summary>
    [Display(Name = "撤出，重新核实")]
    TakeOut,

    /// <summary>收回函件: the letter that moved the case is taken back, and the case with it.</summary>
    [Display(Name = "收回函件")]
    RecallLetter,

    /// <summary>不予通过: ends the application, with a reason.</summary>
    [Display(Name = "不予通过")]
    Reject,
}

/// <summary>What can be asked of an act.</summary>
public static class Acts
{
    /// <summary>Acts that someone else has to live with, so they are told why.</summary>
    public static bool NeedsReason(this Act act) => act is Act.Return or Act.Reject or Act.SendBack or Act.TakeOut or Act.RecallLetter or Act.Abandon;

    /// <summary>Acts by which a reviewing level approves.</summary>
    public static bool IsApproval(this Act act) => act is Act.Verify or Act.Confirm or Act.SignLetter or Act.OpenPort;
}
