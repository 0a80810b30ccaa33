using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Domain.Records;

/// <summary>Rules of the completion acceptance that look at more than one field or section.</summary>
internal sealed class CompletionAcceptanceValidator : SectionValidator<CompletionAcceptance>
{
    public CompletionAcceptanceValidator()
    {
        Refuse(x => x.EDate, "order", (x, _) =>
            x.EDate < x.BDate ? $"实际竣工验收日期不能早于实际开工日期 {DateText.Of(x.BDate.Value)}" : null);
        Refuse(x => x.FactArea, "required", (x, context) =>
            x.FactArea is null && (x.Length is null || context.Sector == Sector.Building) ? "请填写实际面积；市政等线性工程可以只填长度" : null);
        Refuse(x => x.BuilderLicenceNum, "no-permit", (x, context) => PermitProblem(x.BuilderLicenceNum, context));
        Pair(x => x.QCCorpName, "质量检测机构名称", x => x.QCCorpCode, "质量检测机构统一社会信用代码");
        NationalNumber(x => x.PrjFinishNum, _ => "JX");

        Doubt(x => x.BuilderLicenceNum, "digits", (x, _) => x.BuilderLicenceNum is { } number ? PermitNumber.Warning(number) : null);
        Doubt(x => x.BDate, "other-date", (x, context) => DateDoubt(x.BDate, "实际开工日期", context, "BDate"));
        Doubt(x => x.EDate, "other-date", (x, context) => DateDoubt(x.EDate, "实际竣工日期", context, "EDate"));
    }

    private static string? PermitProblem(string? number, SectionContext context)
    {
        var permits = context.Texts(Sections.Permit, "ProvinceLicenceNo", "BuilderLicenceNum").ToList();
        return number is null || permits.Count == 0 || permits.Contains(number)
            ? null
            : $"施工许可信息里没有这个编号，请核对（已填：{string.Join('、', permits)}）";
    }

    private static string? DateDoubt(DateOnly? date, string label, SectionContext context, string key) =>
        date is { } own && context.Dates(Sections.Basic, key).ToList() is [var basic, ..] && basic != own
            ? $"与基本信息里的{label} {DateText.Of(basic)} 不同，请核对"
            : null;
}
