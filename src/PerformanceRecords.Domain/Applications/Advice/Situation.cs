using System.ComponentModel.DataAnnotations;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Advice;

/// <summary>想办成什么: what the enterprise wants.</summary>
public enum Wish
{
    /// <summary>录入</summary>
    [Display(Name = "让部平台查得到这个项目")]
    Enter,

    /// <summary>完善</summary>
    [Display(Name = "补上部平台缺的环节")]
    Complete,

    /// <summary>修正</summary>
    [Display(Name = "改正部平台上缺失或错误的内容")]
    Correct,

    /// <summary>升级</summary>
    [Display(Name = "把某一环节升为 A 级或 B 级")]
    Raise,

    /// <summary>政务网</summary>
    [Display(Name = "用于省批资质，进入政务网")]
    Qualify,
}

/// <summary>What the decision table asks about.</summary>
public enum Question
{
    [Display(Name = "想办成什么？")]
    Wish,

    [Display(Name = "工程类别是什么？")]
    Sector,

    [Display(Name = "省平台有这个项目吗？")]
    Provincial,

    [Display(Name = "本单位在省平台有这个项目的业绩记录吗？")]
    OwnRecord,

    [Display(Name = "部平台显示了哪些环节？")]
    National,

    [Display(Name = "竣工验收了吗？")]
    Completed,

    [Display(Name = "项目在本省吗？")]
    InProvince,

    [Display(Name = "经施工图审查合格了吗？")]
    Reviewed,

    [Display(Name = "要办哪个环节？")]
    Target,

    [Display(Name = "这个环节还可以升级吗？")]
    Raisable,
}

/// <summary>项目现在的情况: what is known of a project when somebody asks which way to go. Null: not known.</summary>
public sealed record Situation
{
    public Wish? Wish { get; init; }

    public Sector? Sector { get; init; }

    /// <summary>This portal has the project, of whichever enterprise.</summary>
    public bool? Provincial { get; init; }

    /// <summary>This portal has a record of this enterprise.</summary>
    public bool? OwnRecord { get; init; }

    /// <summary>The sections the national platform shows.</summary>
    public Sections? National { get; init; }

    public bool? Completed { get; init; }

    public bool? InProvince { get; init; }

    public bool? Reviewed { get; init; }

    /// <summary>The sections it is about: to complete, to correct or to raise. Null for a completion: all that are missing.</summary>
    public Sections? Target { get; init; }

    /// <summary>The section is shown at a lower grade than asked.</summary>
    public bool? Raisable { get; init; }

    /// <summary>Only changes the list of evidence.</summary>
    public bool? Before2016 { get; init; }

    /// <summary>What the national platform lacks of what is asked for.</summary>
    public Sections? Missing => National is { } shown ? (Target ?? SectionSets.Complete) & SectionSets.Complete & ~shown : null;
}
