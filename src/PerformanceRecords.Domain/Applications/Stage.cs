using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Domain.Applications;

/// <summary>环节状态: where an application stands.</summary>
public enum Stage
{
    /// <summary>草稿: with the enterprise, not yet submitted.</summary>
    [Display(Name = "草稿")]
    Draft,

    /// <summary>等待施工许可: registered, waits for the construction permit to arrive.</summary>
    [Display(Name = "等待施工许可")]
    AwaitingPermit,

    /// <summary>市级核实: the city examines the application.</summary>
    [Display(Name = "市级核实")]
    CityReview,

    /// <summary>待市级报省: verified, waits to be put into the city's letter to the province.</summary>
    [Display(Name = "待市级报省")]
    CityLetter,

    /// <summary>省厅核实</summary>
    [Display(Name = "省厅核实")]
    ProvinceReview,

    /// <summary>补录填报: the port is open, the enterprise fills in the record.</summary>
    [Display(Name = "补录填报")]
    FillIn,

    /// <summary>市级确认: the bureau confirms what was filled in.</summary>
    [Display(Name = "市级确认")]
    Confirmation,

    /// <summary>待省厅发函: verified by the province, waits for its letter or written confirmation.</summary>
    [Display(Name = "待省厅发函")]
    ProvinceLetter,

    /// <summary>住建部审核</summary>
    [Display(Name = "住建部审核")]
    MinistryReview,

    /// <summary>退回补正: back with the enterprise, which amends and resubmits to the stage that asked.</summary>
    [Display(Name = "退回补正")]
    Amendment,

    /// <summary>审核完成: every level has approved.</summary>
    [Display(Name = "审核完成")]
    Completed,

    /// <summary>不予通过</summary>
    [Display(Name = "不予通过")]
    Rejected,

    /// <summary>已放弃: given up by the enterprise.</summary>
    [Display(Name = "已放弃")]
    Abandoned,
}

/// <summary>What can be asked of a stage.</summary>
public static class Stages
{
    public static bool IsFinal(this Stage stage) => stage is Stage.Completed or Stage.Rejected or Stage.Abandoned;

    /// <summary>Stages in which the enterprise writes.</summary>
    public static bool IsEnterprises(this Stage stage) => stage is Stage.Draft or Stage.FillIn or Stage.Amendment;
}
