namespace PerformanceRecords.Domain.Records;

/// <summary>人员: one person of the survey, design or drawing review unit, and what that person did.</summary>
[Section(Sections.Personnel, "TBProjectDesignEconUserInfo", RowNoun = "人员", MaxRows = 500)]
public sealed class PersonnelMember
{
    [Field("UserName", "姓名", MaxLength = 50, Group = "人员")]
    public string? UserName { get; init; }

    [Field("IDCardTypeNum", "证件类型", FieldKind.Code, Table = "idCardType", Group = "人员")]
    public string? IDCardTypeNum { get; init; }

    [Field("IDCard", "证件号码", FieldKind.IdNumber, MaxLength = 30, DocumentType = nameof(IDCardTypeNum), RowKey = true, Group = "人员", Hint = "加密保存，页面上只显示首尾")]
    public string? IDCard { get; init; }

    [Field("UserPhone", "联系电话", FieldKind.Phone, Optional = true, Group = "人员")]
    public string? UserPhone { get; init; }

    [Field("CorpKind", "所属单位类型", FieldKind.Code, Table = "unitKind", Group = "所属单位")]
    public string? CorpKind { get; init; }

    [Field("CorpName", "所属单位名称", Group = "所属单位")]
    public string? CorpName { get; init; }

    [Field("CorpCode", "所属单位统一社会信用代码", FieldKind.CreditCode, Optional = true, Group = "所属单位")]
    public string? CorpCode { get; init; }

    [Field("PrjDuty", "承担角色", FieldKind.Code, Table = "workDuty", RowKey = true, Group = "承担的工作")]
    public string? PrjDuty { get; init; }

    [Field("SpecialtyTypNum", "专业", FieldKind.Code, Table = "specialty", RowKey = true, Group = "承担的工作")]
    public string? SpecialtyTypNum { get; init; }

    [Field("perfDuty", "业绩技术指标中的作用", FieldKind.Code, Table = "indicatorDuty", Optional = true, Group = "承担的工作")]
    public string? PerfDuty { get; init; }

    [Field("RegTypeNum", "注册类型", FieldKind.Code, Table = "regType", Optional = true, Group = "注册和证书")]
    public string? RegTypeNum { get; init; }

    [Field("RegNum", "注册证书编号", MaxLength = 50, Optional = true, Group = "注册和证书", Hint = "填了注册类型的请一并填写")]
    public string? RegNum { get; init; }

    [Field("RegDate", "注册日期", FieldKind.Date, Optional = true, Group = "注册和证书")]
    public DateOnly? RegDate { get; init; }

    [Field("TitleCertNum", "职称及证书编号", MaxLength = 100, Optional = true, Group = "注册和证书", Hint = "例如：高级工程师 苏高工 2018-0321")]
    public string? TitleCertNum { get; init; }
}
