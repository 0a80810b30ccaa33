namespace PerformanceRecords.Domain.Records;

/// <summary>合同信息: one survey or design contract.</summary>
[Section(Sections.Contract, "TBContractRecordManage", RowNoun = "合同", MaxRows = 50)]
public sealed class Contract
{
    [Field("RecordName", "合同项目名称", Group = "合同", Wide = true)]
    public string? RecordName { get; init; }

    [Field("ContractNum", "合同编号", MaxLength = 50, RowKey = true, Group = "合同", Hint = "双方约定的编号，照合同封面填写")]
    public string? ContractNum { get; init; }

    [Field("ContractTypeNum", "合同类别", FieldKind.Code, Table = "contractType", RowKey = true, Group = "合同")]
    public string? ContractTypeNum { get; init; }

    [Field("ContractDate", "合同签订日期", FieldKind.Date, Group = "合同", Hint = "格式 2020-11-06")]
    public DateOnly? ContractDate { get; init; }

    [Field("ContractMoney", "合同金额", FieldKind.Money, Positive = true, Group = "合同")]
    public decimal? ContractMoney { get; init; }

    [Field("PrjSize", "建设规模", FieldKind.LongText, MaxLength = 500, Optional = true, Group = "合同")]
    public string? PrjSize { get; init; }

    // the standard's own spelling
    [Field("PropietorCorpName", "发包单位名称", MaxLength = 255, Group = "发包单位")]
    public string? PropietorCorpName { get; init; }

    [Field("PropietorCorpCode", "发包单位统一社会信用代码", FieldKind.CreditCode, Optional = true, Group = "发包单位")]
    public string? PropietorCorpCode { get; init; }

    [Field("ContractorCorpName", "承包单位名称", MaxLength = 255, Group = "承包单位")]
    public string? ContractorCorpName { get; init; }

    [Field("ContractorCorpCode", "承包单位统一社会信用代码", FieldKind.CreditCode, Group = "承包单位")]
    public string? ContractorCorpCode { get; init; }

    [Field("UnionCorpName", "联合体承包单位名称", MaxLength = 255, Optional = true, Group = "承包单位", Hint = "联合体承包的填写")]
    public string? UnionCorpName { get; init; }

    [Field("UnionCorpCode", "联合体承包单位统一社会信用代码", FieldKind.CreditCode, Optional = true, Group = "承包单位")]
    public string? UnionCorpCode { get; init; }

    [Field("PrjHead", "项目负责人", MaxLength = 50, Group = "项目负责人")]
    public string? PrjHead { get; init; }

    [Field("PrjHeadPhone", "项目负责人电话", FieldKind.Phone, Optional = true, Group = "项目负责人")]
    public string? PrjHeadPhone { get; init; }

    [Field("IDCard", "项目负责人身份证号", FieldKind.IdNumber, MaxLength = 30, Optional = true, Group = "项目负责人")]
    public string? IDCard { get; init; }

    [Field("RecordNum", "合同登记编号", FieldKind.SectionNumber, Optional = true, Group = "部平台编号", Hint = "部平台上已有的照填，没有的由平台编")]
    public string? RecordNum { get; init; }

    [Field("ProvinceContractNum", "省级合同备案编号", MaxLength = 50, Optional = true, Group = "部平台编号")]
    public string? ProvinceContractNum { get; init; }
}
