using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Domain.Records;

/// <summary>The kind of works, which decides the module a record is filed in.</summary>
public enum Sector
{
    /// <summary>房屋建筑</summary>
    [Display(Name = "房屋建筑")]
    Building,

    /// <summary>市政</summary>
    [Display(Name = "市政")]
    Municipal,

    /// <summary>工程勘察</summary>
    [Display(Name = "工程勘察")]
    Survey,

    /// <summary>非房建市政类设计 (the other industries)</summary>
    [Display(Name = "行业外设计")]
    OtherIndustry,
}
