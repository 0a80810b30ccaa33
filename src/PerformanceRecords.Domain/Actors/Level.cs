using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Domain.Actors;

/// <summary>For whom someone acts. Routes say which level takes which step.</summary>
public enum Level
{
    /// <summary>勘察设计企业</summary>
    [Display(Name = "企业")]
    Enterprise,

    /// <summary>区县主管部门: acts in a city's place only where the city delegates.</summary>
    [Display(Name = "区县")]
    County,

    /// <summary>项目所在地设区市建设主管部门</summary>
    [Display(Name = "市级")]
    City,

    /// <summary>省厅</summary>
    [Display(Name = "省厅")]
    Province,

    /// <summary>住房城乡建设部</summary>
    [Display(Name = "住建部")]
    Ministry,

    /// <summary>审计: reads everything, changes nothing.</summary>
    [Display(Name = "审计")]
    Auditor,

    /// <summary>系统管理员: keeps organisations and accounts, takes no step of any route.</summary>
    [Display(Name = "管理员")]
    Administrator,

    /// <summary>省平台 itself: the permit arrived, the push went out.</summary>
    [Display(Name = "系统")]
    Platform,
}
