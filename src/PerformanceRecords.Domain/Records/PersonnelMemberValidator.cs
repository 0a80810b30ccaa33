using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Domain.Records;

/// <summary>Rules of a member of staff that look at more than one field or section.</summary>
internal sealed class PersonnelMemberValidator : SectionValidator<PersonnelMember>
{
    private const string ReviewUnit = "1";
    private const int WorkingAge = 18;

    public PersonnelMemberValidator()
    {
        Refuse(x => x.PrjDuty, "unit-kind", (x, _) => DutyProblem(x));
        Pair(x => x.RegTypeNum, "注册类型", x => x.RegNum, "注册证书编号");

        Doubt(x => x.CorpName, "other-unit", (x, context) => UnitDoubt(x, context));
        Doubt(x => x.RegDate, "before-registration", (x, context) => RegistrationDoubt(x, context));
        Doubt(x => x.IDCard, "age", (x, context) => AgeDoubt(x, context));
    }

    private static string? DutyProblem(PersonnelMember x) => (x.CorpKind, x.PrjDuty) switch
    {
        (null, _) or (_, null) => null,
        (ReviewUnit, "001" or "002" or "003") => "施工图审查机构的人员，承担角色应为图审机构项目负责人、审定人或审查人",
        (not ReviewUnit, "004" or "005" or "006") => "勘察、设计单位的人员，承担角色应为项目负责人、专业负责人或主要设计人",
        _ => null,
    };

    private static string? UnitDoubt(PersonnelMember x, SectionContext context)
    {
        var units = x.CorpKind == ReviewUnit
            ? context.Texts(Sections.DrawingReview, "CensorCorpName").ToList()
            : [.. context.Texts(Sections.Contract, "ContractorCorpName", "UnionCorpName"), .. context.Texts(Sections.DrawingReview, "DesignCorpName", "EconCorpName")];
        return x is { CorpKind: not null, CorpName: { } name } && units.Count > 0 && !units.Contains(name)
            ? $"{name}不在本项目的合同和施工图审查信息里（已填：{string.Join('、', units.Distinct())}），请核对"
            : null;
    }

    // works that were not reviewed are over when the work on them was
    private static string? RegistrationDoubt(PersonnelMember x, SectionContext context)
    {
        var reviewed = context.Dates(Sections.DrawingReview, "CensorEDate").ToList();
        var over = reviewed.Count > 0 ? reviewed : [.. context.Dates(Sections.Indicators, "EDate")];
        return over.Count > 0 && x.RegDate > over.Max()
            ? $"注册日期晚于{(reviewed.Count > 0 ? "施工图审查完成日期" : "工作结束日期")} {DateText.Of(over.Max())}，请核对"
            : null;
    }

    private static string? AgeDoubt(PersonnelMember x, SectionContext context) =>
        x is { IDCardTypeNum: "1", IDCard: { } number }
        && IdNumber.BirthDate(number) is { } born
        && context.Dates(Sections.Contract, "ContractDate").Concat(context.Dates(Sections.Basic, "BDate")).ToList() is { Count: > 0 } dates
        && born.AddYears(WorkingAge) > dates.Min()
            ? $"按身份证号，项目开始时不满 {WorkingAge} 岁，请核对证件号码"
            : null;
}
