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

    /// <summary>单体</summary>
    [Display(Name = "单体工程")]
    UnitWorks = 128,
}

/// <summary>What can be asked of sections.</summary>
public static class SectionSets
{
    /// <summary>各个环节: the sections by which the source text says that a project is shown completely.</summary>
    public const Sections Complete = Sections.Basic | Sections.Contract | Sections.DrawingReview | Sections.Indicators | Sections.Personnel;

    /// <summary>项目信息和业绩技术指标: what is shown of survey and of the other industries (四).</summary>
    public const Sections OutOfSector = Sections.Basic | Sections.Indicators;

    private static readonly Sections[] Single = [.. Enum.GetValues<Sections>().Where(s => s != Sections.None)];

    /// <summary>Those that are named; what is no name of one says nothing.</summary>
    public static Sections Named(IEnumerable<string?>? names) =>
        (names ?? []).Select(EnumNames.Named<Sections>).OfType<Sections>().Aggregate(Sections.None, (all, s) => all | s);

    /// <summary>One by one, in the order of their values.</summary>
    public static IEnumerable<Sections> Each(this Sections sections) => Single.Where(s => sections.HasFlag(s));

    /// <summary>施工图审查、合同信息: as said in sentences.</summary>
    public static string InWords(this Sections sections) => string.Join('、', sections.Each().Select(s => s.Chinese()));
}
