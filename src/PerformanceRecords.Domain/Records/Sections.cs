using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Domain.Records;

/// <summary>环节: the sections of a performance record, each with its own content, grade and state on the national platform.</summary>
[Flags]
public enum Sections
{
    None = 0,

    /// <summary>工程基本信息</summary>
    [Display(Name = "基本信息")]
    Basic = 1,

    /// <summary>合同信息 (survey and design contracts)</summary>
    [Display(Name = "合同信息")]
    Contract = 2,

    /// <summary>施工图审查</summary>
    [Display(Name = "施工图审查")]
    DrawingReview = 4,

    /// <summary>施工许可</summary>
    [Display(Name = "施工许可")]
    Permit = 8,

    /// <summary>竣工验收</summary>
    [Display(Name = "竣工验收")]
    Acceptance = 16,

    /// <summary>业绩技术指标</summary>
    [Display(Name = "业绩技术指标")]
    Indicators = 32,

    /// <summary>人员</summary>
    [Display(Name = "人员")]
    Personnel = 64,
}
