namespace PerformanceRecords.Domain.Records;

/// <summary>工程基本信息: the project that all other sections hang on.</summary>
[Section(Sections.Basic, "TBProjectInfo")]
public sealed class BasicInfo
{
    [Field("PrjName", "项目名称", Group = "项目", Wide = true, Hint = "与立项批复、合同和审查合格书上的名称一致")]
    public string? PrjName { get; init; }

    [Field("PrjNum", "项目编号", FieldKind.ProjectNumber, Group = "项目", Hint = "16 位：所在地 6 位 + 年月日 6 位 + 流水 4 位")]
    public string? PrjNum { get; init; }

    [Field("PrjCode", "项目代码（发改）", FieldKind.ProjectCode, Optional = true, Group = "项目", Hint = "投资项目在线审批监管平台的 24 位代码")]
    public string? PrjCode { get; init; }

    [Field("PrjTypeNum", "项目分类", FieldKind.Code, Table = "prjType", Group = "项目")]
    public string? PrjTypeNum { get; init; }

    [Field("PrjFunctionNum", "工程用途", FieldKind.Code, Table = "prjFunction", GroupedBy = nameof(PrjTypeNum), Group = "项目", Hint = "按项目分类列出；项目分类为“其他”的选“其他”")]
    public string? PrjFunctionNum { get; init; }

    [Field("PrjPropertyNum", "建设性质", FieldKind.Code, Table = "prjProperty", Group = "项目")]
    public string? PrjPropertyNum { get; init; }

    [Field("BuildCorpName", "建设单位名称", Group = "建设单位")]
    public string? BuildCorpName { get; init; }

    [Field("BuildCorpCode", "建设单位统一社会信用代码", FieldKind.CreditCode, Group = "建设单位", Hint = "18 位；旧证照可填组织机构代码，如 58181204-9")]
    public string? BuildCorpCode { get; init; }

    [Field("CountyNum", "项目所在地", FieldKind.Region, Group = "地点", Wide = true, Hint = "由所在地设区市主管部门受理")]
    public string? CountyNum { get; init; }

    [Field("Address", "项目地址", Optional = true, Group = "地点", Wide = true)]
    public string? Address { get; init; }

    [Field("PrjApprovalNum", "立项文号", Optional = true, Group = "批准文件")]
    public string? PrjApprovalNum { get; init; }

    [Field("PrjApprovalLevelNum", "立项级别", FieldKind.Code, Table = "prjApprovalLevel", Optional = true, Group = "批准文件")]
    public string? PrjApprovalLevelNum { get; init; }

    [Field("BuldPlanNum", "建设用地规划许可证编号", MaxLength = 100, Optional = true, Group = "批准文件")]
    public string? BuldPlanNum { get; init; }

    [Field("ProjectPlanNum", "建设工程规划许可证编号", MaxLength = 100, Optional = true, Group = "批准文件")]
    public string? ProjectPlanNum { get; init; }

    [Field("AllInvest", "总投资", FieldKind.Money, Optional = true, Group = "规模和日期")]
    public decimal? AllInvest { get; init; }

    [Field("AllArea", "总面积", FieldKind.Number, Unit = "㎡", Optional = true, Group = "规模和日期", Hint = "房屋建筑填建筑面积；市政工程可不填")]
    public decimal? AllArea { get; init; }

    [Field("PrjSize", "建设规模", FieldKind.LongText, MaxLength = 500, Optional = true, Group = "规模和日期")]
    public string? PrjSize { get; init; }

    [Field("BDate", "实际开工日期", FieldKind.Date, Conditional = true, Group = "规模和日期", Hint = "格式 2021-03-01")]
    public DateOnly? BDate { get; init; }

    [Field("EDate", "实际竣工日期", FieldKind.Date, Conditional = true, Group = "规模和日期", Hint = "格式 2022-03-15，按竣工验收证明填写")]
    public DateOnly? EDate { get; init; }
}
