using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Domain.Records;

/// <summary>Rules of a contract that look at more than one field or section.</summary>
internal sealed class ContractValidator : SectionValidator<Contract>
{
    public ContractValidator()
    {
        Pair(x => x.UnionCorpName, "联合体承包单位名称", x => x.UnionCorpCode, "联合体承包单位统一社会信用代码");
        NationalNumber(x => x.RecordNum, x => Letters(x.ContractTypeNum));
        Refuse(x => x.RecordNum, "letters", (x, _) =>
            Letters(x.ContractTypeNum) is null && x.RecordNum is { } number && SectionNumber.LettersOf(number)[0] != 'H' ? "这里应填合同登记编号，中间的字母以 H 开头，请核对" : null);
        Refuse(x => x.UnionCorpCode, "same-unit", (x, _) =>
            x.UnionCorpCode is not null && x.UnionCorpCode == x.ContractorCorpCode ? "联合体承包单位不能与承包单位相同；没有联合体的请留空" : null);

        Doubt(x => x.ContractTypeNum, "not-ours", (x, context) => TypeDoubt(x.ContractTypeNum, context.Sector));
        Doubt(x => x.ContractDate, "after-review", (x, context) => ReviewDoubt(x, context));
        Doubt(x => x.ContractMoney, "magnitude", (x, context) =>
            context.Numbers(Sections.Basic, "AllInvest").FirstOrDefault() is > 0 and var invest && x.ContractMoney > invest
                ? $"合同金额大于项目总投资 {NumberText.Of(invest)} 万元，请核对是否按万元填写"
                : null);
        Doubt(x => x.PropietorCorpName, "other-client", (x, context) =>
            context.Texts(Sections.Basic, "BuildCorpName").FirstOrDefault() is { } client && x.PropietorCorpName is { } name && name != client
                ? $"发包单位与建设单位“{client}”不同，请核对"
                : null);
        Doubt(x => x.ContractorCorpCode, "same-unit", (x, _) =>
            x.ContractorCorpCode is not null && x.ContractorCorpCode == x.PropietorCorpCode ? "承包单位与发包单位是同一单位，请核对" : null);
    }

    private static string? Letters(string? type) => type is null ? null : CodeTables.Find("contractType", type)?.Letters;

    private static string? TypeDoubt(string? type, Sector? sector) => (sector, type) switch
    {
        (_, "301" or "302" or "303" or "400" or "700") => $"勘察设计业绩一般登记勘察、设计类合同，现在是“{CodeTables.NameOf("contractType", type)}”，请核对",
        (Sector.Survey, "200") => "本件按工程勘察申报，合同类别是“设计”，请核对",
        (Sector.OtherIndustry, "100") => "本件按行业外设计申报，合同类别是“勘察”，请核对",
        _ => null,
    };

    // the design is contracted before its drawings are reviewed; odd, but back-dated contracts exist
    private static string? ReviewDoubt(Contract x, SectionContext context)
    {
        var reviews = context.Dates(Sections.DrawingReview, "CensorEDate").ToList();
        return x.ContractDate is { } signed && reviews.Count > 0 && signed > reviews.Max()
            ? $"合同签订日期晚于施工图审查完成日期 {DateText.Of(reviews.Max())}，请核对"
            : null;
    }
}
