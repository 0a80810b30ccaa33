using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared.Forms;
using PerformanceRecords.Workflow.Permits;

namespace PerformanceRecords.Web.Features.Permits;

/// <summary>录入施工许可: the form of a permit that is entered by hand. Its fields go by the names of the interface.</summary>
public sealed record PermitEntry(PermitRow Row, IReadOnlyCollection<Breach> Breaches)
{
    public IEnumerable<(string Title, IReadOnlyList<FormField> Fields)> Groups =>
    [
        ("许可证", [
            Field("permitNumber", "施工许可证编号", Row.PermitNumber, hint: "电子证照为 18 位数字；旧证照照原样填写"),
            Field("issuedOn", "发证日期", Row.IssuedOn, FieldKind.Date, hint: "格式 2026-02-26")]),
        ("项目", [
            Field("projectName", "项目名称", Row.ProjectName, wide: true, hint: "照许可证填写"),
            Field("projectNumber", "项目编号", Row.ProjectNumber, FieldKind.ProjectNumber, optional: true, hint: "16 位；填了最容易匹配"),
            Field("projectCode", "项目代码（发改）", Row.ProjectCode, FieldKind.ProjectCode, optional: true),
            Field("ownerName", "建设单位名称", Row.OwnerName),
            Field("regionCode", "项目所在地", Row.RegionCode, FieldKind.Region),
            Field("contractNumbers", "勘察、设计合同编号", string.Join('\n', Row.ContractNumbers ?? []), FieldKind.LongText, optional: true, hint: "一行一个", length: 2500),
            Field("worksName", "工程名称", Row.WorksName, optional: true, hint: "不填时同项目名称")]),
        ("规模", [
            Field("area", "面积", Row.Area, FieldKind.Number, optional: true, unit: "㎡", hint: "房屋建筑填面积；市政工程填长度、跨度"),
            Field("length", "长度", Row.Length, FieldKind.Number, optional: true, unit: "米"),
            Field("span", "跨度", Row.Span, FieldKind.Number, optional: true, unit: "米"),
            Field("contractMoney", "合同金额", Row.ContractMoney, FieldKind.Money, optional: true),
            Field("plannedStart", "计划开工日期", Row.PlannedStart, FieldKind.Date, optional: true),
            Field("plannedEnd", "计划竣工日期", Row.PlannedEnd, FieldKind.Date, optional: true),
            Field("scale", "建设规模", Row.Scale, FieldKind.LongText, optional: true, length: 500)]),
        ("参建单位", [
            Field("surveyorName", "勘察单位", Row.SurveyorName), Field("surveyorCode", "勘察单位统一社会信用代码", Row.SurveyorCode, FieldKind.CreditCode),
            Field("designerName", "设计单位", Row.DesignerName), Field("designerCode", "设计单位统一社会信用代码", Row.DesignerCode, FieldKind.CreditCode),
            Field("builderName", "施工单位", Row.BuilderName), Field("builderCode", "施工单位统一社会信用代码", Row.BuilderCode, FieldKind.CreditCode, optional: true),
            Field("supervisorName", "监理单位", Row.SupervisorName), Field("supervisorCode", "监理单位统一社会信用代码", Row.SupervisorCode, FieldKind.CreditCode, optional: true),
            Field("constructorName", "项目经理", Row.ConstructorName, optional: true), Field("supervisionName", "总监理工程师", Row.SupervisionName, optional: true)]),
    ];

    private FormField Field(
        string name, string label, string? value, FieldKind kind = FieldKind.Text, bool optional = false, bool wide = false, string? unit = null, string? hint = null, int length = 255) =>
        new(name, label, value) { Kind = kind, Optional = optional, Wide = wide || kind == FieldKind.LongText, Unit = unit, Hint = hint, MaxLength = length, Breaches = Breaches };
}
