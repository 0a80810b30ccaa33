namespace PerformanceRecords.Domain.Records;

/// <summary>Rules of a drawing review that look at more than one field or section.</summary>
internal sealed class DrawingReviewValidator : SectionValidator<DrawingReview>
{
    public DrawingReviewValidator()
    {
        Refuse(x => x.ProvinceCensorNum, "length", (x, _) =>
            x.ProvinceCensorNum?.Length < 4 ? $"施工图审查合格书编号至少 4 个字，现在有 {x.ProvinceCensorNum.Length} 个，请照合格书填写" : null);
        Refuse(x => x.OneCensorWfqtContent, "required", (x, _) =>
            x.OneCensorWfqtCount > 0 && x.OneCensorWfqtContent is null ? $"一次审查违反强条 {x.OneCensorWfqtCount} 条，请填写违反的条目" : null);
        NationalNumber(x => x.CensorNum, _ => "TX");
        Units();

        Doubt(x => x.OneCensorWfqtCount, "passed", (x, _) =>
            x is { OneCensorIsPass: true, OneCensorWfqtCount: > 0 } ? "一次审查通过的，一般不应有违反强条，请核对" : null);
        Doubt(x => x.CensorCorpCode, "own-review", (x, _) =>
            x.CensorCorpCode is not null && (x.CensorCorpCode == x.DesignCorpCode || x.CensorCorpCode == x.EconCorpCode) ? "审查机构与勘察设计单位是同一单位，请核对" : null);
        Doubt(x => x.CensorEDate, "before-contract", (x, context) =>
            context.Dates(Sections.Contract, "ContractDate").ToList() is { Count: > 0 } signed && x.CensorEDate < signed.Min()
                ? $"审查完成日期早于合同签订日期 {DateText.Of(signed.Min())}，请核对"
                : null);
        Doubt(x => x.CensorEDate, "after-completion", (x, context) =>
            context.Dates(Sections.Basic, "EDate").ToList() is [var finished, ..] && x.CensorEDate > finished
                ? $"审查完成日期晚于项目实际竣工日期 {DateText.Of(finished)}，请核对"
                : null);
    }

    // whoever files knows its own side; the other side is asked for in full once it is named
    private void Units()
    {
        Refuse(x => x.DesignCorpName, "required", (x, context) =>
            x is { DesignCorpName: null, DesignCorpCode: null, EconCorpName: null, EconCorpCode: null } && context.Sector != Sector.Survey
                ? "请填写设计单位名称；只做勘察的，填写勘察单位名称"
                : null);
        Refuse(x => x.EconCorpName, "required", (x, context) =>
            x.EconCorpName is null && x.EconCorpCode is null && context.Sector == Sector.Survey ? "请填写勘察单位名称" : null);
        Pair(x => x.DesignCorpName, "设计单位名称", x => x.DesignCorpCode, "设计单位统一社会信用代码");
        Pair(x => x.EconCorpName, "勘察单位名称", x => x.EconCorpCode, "勘察单位统一社会信用代码");
        Pair(x => x.XfCensorNo, "消防审查合格书编号", x => x.XfCensorCorpName, "消防审查机构");
        Pair(x => x.RfCensorNo, "人防审查合格书编号", x => x.RfCensorCorpName, "人防审查机构");
    }
}
