using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Domain.Records;

/// <summary>Rules of a construction permit that look at more than one field or section.</summary>
internal sealed class ConstructionPermitValidator : SectionValidator<ConstructionPermit>
{
    public ConstructionPermitValidator()
    {
        Refuse(x => x.Area, "required", (x, context) =>
            x.Area is null && (x.Length is null || context.Sector == Sector.Building) ? "请填写面积；市政等线性工程可以只填长度" : null);
        Refuse(x => x.EndDate, "order", (x, _) =>
            x.EndDate < x.BeginDate ? $"计划竣工日期不能早于计划开工日期 {DateText.Of(x.BeginDate.Value)}" : null);
        NationalNumber(x => x.BuilderLicenceNum, _ => "SX");

        Doubt(x => x.ProvinceLicenceNo, "digits", (x, _) => x.ProvinceLicenceNo is { } number ? PermitNumber.Warning(number) : null);
        Doubt(x => x.IssueCertDate, "before-review", (x, context) =>
            context.Dates(Sections.DrawingReview, "CensorEDate").ToList() is { Count: > 0 } reviewed && x.IssueCertDate < reviewed.Min()
                ? $"发证日期早于施工图审查完成日期 {DateText.Of(reviewed.Min())}，请核对"
                : null);
        Doubt(x => x.IssueCertDate, "after-start", (x, context) =>
            context.Dates(Sections.Basic, "BDate").ToList() is [var begun, ..] && x.IssueCertDate > begun
                ? $"发证日期晚于实际开工日期 {DateText.Of(begun)}，请核对"
                : null);
    }
}
