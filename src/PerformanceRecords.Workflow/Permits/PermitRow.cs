using System.ComponentModel;
using System.Security.Cryptography;
using System.Text.Json;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Permits;

/// <summary>One construction permit as another system sends it, or a bureau enters it. Texts, so that what is wrong can be said.</summary>
public sealed record PermitRow
{
    private const int LongestNumber = 64;
    private const int LongestName = 255;

    [Description("发送系统的编号，同一系统内不重复；重复发送时不变")]
    public string? Number { get; init; }

    [Description("施工许可证编号")]
    public string? PermitNumber { get; init; }

    [Description("发证日期，2021-02-26")]
    public string? IssuedOn { get; init; }

    [Description("项目名称")]
    public string? ProjectName { get; init; }

    [Description("项目编号，16 位")]
    public string? ProjectNumber { get; init; }

    [Description("项目代码（发改），24 位")]
    public string? ProjectCode { get; init; }

    [Description("建设单位名称")]
    public string? OwnerName { get; init; }

    [Description("项目所在地，区县 6 位代码")]
    public string? RegionCode { get; init; }

    [Description("许可证上的勘察、设计合同编号")]
    public IReadOnlyList<string>? ContractNumbers { get; init; }

    [Description("工程名称；不填时同项目名称")]
    public string? WorksName { get; init; }

    [Description("合同金额，万元")]
    public string? ContractMoney { get; init; }

    [Description("面积，平方米")]
    public string? Area { get; init; }

    [Description("长度，米")]
    public string? Length { get; init; }

    [Description("跨度，米")]
    public string? Span { get; init; }

    [Description("建设规模")]
    public string? Scale { get; init; }

    [Description("计划开工日期")]
    public string? PlannedStart { get; init; }

    [Description("计划竣工日期")]
    public string? PlannedEnd { get; init; }

    [Description("勘察单位")]
    public string? SurveyorName { get; init; }

    [Description("勘察单位统一社会信用代码")]
    public string? SurveyorCode { get; init; }

    [Description("设计单位")]
    public string? DesignerName { get; init; }

    [Description("设计单位统一社会信用代码")]
    public string? DesignerCode { get; init; }

    [Description("施工单位")]
    public string? BuilderName { get; init; }

    [Description("施工单位统一社会信用代码")]
    public string? BuilderCode { get; init; }

    [Description("监理单位")]
    public string? SupervisorName { get; init; }

    [Description("监理单位统一社会信用代码")]
    public string? SupervisorCode { get; init; }

    [Description("项目经理")]
    public string? ConstructorName { get; init; }

    [Description("总监理工程师")]
    public string? SupervisionName { get; init; }

    /// <summary>Which property holds which field of the record's permit section.</summary>
    private static readonly (string Property, string Key, Func<PermitRow, string?> Text)[] Fields =
    [
        (nameof(WorksName), nameof(ConstructionPermit.BuilderLicenceName), r => string.IsNullOrWhiteSpace(r.WorksName) ? r.ProjectName : r.WorksName),
        (nameof(PermitNumber), nameof(ConstructionPermit.ProvinceLicenceNo), r => r.PermitNumber),
        (nameof(IssuedOn), nameof(ConstructionPermit.IssueCertDate), r => r.IssuedOn),
        (nameof(ContractMoney), nameof(ConstructionPermit.ContractMoney), r => r.ContractMoney),
        (nameof(Area), nameof(ConstructionPermit.Area), r => r.Area),
        (nameof(Length), nameof(ConstructionPermit.Length), r => r.Length),
        (nameof(Span), nameof(ConstructionPermit.Span), r => r.Span),
        (nameof(Scale), nameof(ConstructionPermit.PrjSize), r => r.Scale),
        (nameof(PlannedStart), nameof(ConstructionPermit.BeginDate), r => r.PlannedStart),
        (nameof(PlannedEnd), nameof(ConstructionPermit.EndDate), r => r.PlannedEnd),
        (nameof(SurveyorName), nameof(ConstructionPermit.EconCorpName), r => r.SurveyorName),
        (nameof(SurveyorCode), nameof(ConstructionPermit.EconCorpCode), r => r.SurveyorCode),
        (nameof(DesignerName), nameof(ConstructionPermit.DesignCorpName), r => r.DesignerName),
        (nameof(DesignerCode), nameof(ConstructionPermit.DesignCorpCode), r => r.DesignerCode),
        (nameof(BuilderName), nameof(ConstructionPermit.ConsCorpName), r => r.BuilderName),
        (nameof(BuilderCode), nameof(ConstructionPermit.ConsCorpCode), r => r.BuilderCode),
        (nameof(SupervisorName), nameof(ConstructionPermit.SuperCorpName), r => r.SupervisorName),
        (nameof(SupervisorCode), nameof(ConstructionPermit.SuperCorpCode), r => r.SupervisorCode),
        (nameof(ConstructorName), nameof(ConstructionPermit.ConstructorName), r => r.ConstructorName),
        (nameof(SupervisionName), nameof(ConstructionPermit.SupervisionName), r => r.SupervisionName),
    ];

    /// <summary>What has to be sent, and how long it may be, by the names of the interface.</summary>
    public static IReadOnlyList<(string Property, bool Required, int MaxLength)> Demands { get; } =
    [
        (Json(nameof(Number)), true, LongestNumber),
        (Json(nameof(ProjectName)), true, LongestName),
        (Json(nameof(OwnerName)), true, LongestName),
        (Json(nameof(RegionCode)), true, 6),
        .. from field in Fields
           let definition = SectionDefinitions.Of(Sections.Permit).Field(field.Key)!
           select (Json(field.Property), definition.Required && field.Property != nameof(WorksName), definition.MaxLength),
    ];

    /// <summary>Reads it as the record's section, and says what is wrong in the names of the interface.</summary>
    internal ReadPermit Read(DateOnly today)
    {
        var number = Domain.Reference.TypedText.Clean(Number);
        var name = Domain.Reference.TypedText.Clean(ProjectName);
        var region = Domain.Reference.TypedText.Clean(RegionCode);
        var projectNumber = Domain.Reference.ProjectNumber.Normalize(Domain.Reference.TypedText.Clean(ProjectNumber));
        var projectCode = Domain.Reference.ProjectCode.Normalize(Domain.Reference.TypedText.Clean(ProjectCode));
        var breaches = new List<Breach>();
        Refuse(number.Length is 0 or > LongestNumber, nameof(Number), "发送系统的编号要填写，最多 64 字");
        Refuse(name.Length is 0 or > LongestName, nameof(ProjectName), "项目名称要填写，最多 255 字");
        Refuse(Domain.Reference.TypedText.Clean(OwnerName).Length is 0 or > LongestName, nameof(OwnerName), "建设单位名称要填写，最多 255 字");
        Refuse(Regions.CityOf(region) is null, nameof(RegionCode), "项目所在地要填本省区县的 6 位代码");
        Refuse(projectNumber.Length > 0 && Domain.Reference.ProjectNumber.Problem(projectNumber, today) is not null, nameof(ProjectNumber), "项目编号" + Domain.Reference.ProjectNumber.Problem(projectNumber, today));
        Refuse(projectCode.Length > 0 && Domain.Reference.ProjectCode.Problem(projectCode) is not null, nameof(ProjectCode), "项目代码" + Domain.Reference.ProjectCode.Problem(projectCode));
        var contracts = (ContractNumbers ?? []).Select(Domain.Reference.TypedText.Clean).Where(c => c.Length > 0).Distinct().ToList();
        Refuse(contracts.Count > 50 || contracts.Exists(c => c.Length > 50), nameof(ContractNumbers), "合同编号最多 50 个，每个最多 50 字");

        var typed = SectionValues.Of([.. Fields.Select(f => (f.Key, f.Text(this) ?? ""))]);
        var reading = SectionDefinitions.Of(Sections.Permit).Read(typed, new SectionContext(today, Completed: false));

        // a works without a name is called like the project, which was asked for above
        breaches.AddRange(reading.Breaches.Select(b => b with { Field = PropertyOf(b.Field) }).Where(b => name.Length > 0 || b.Field != Json(nameof(WorksName))));
        return new(number, new ProjectIdentity(projectNumber, projectCode, name, Domain.Reference.TypedText.Clean(OwnerName), contracts), region,
            reading.Canonical, reading.Rows is [ConstructionPermit { IssueCertDate: { } issued }, ..] ? issued : today, DigestOf(), breaches);

        void Refuse(bool wrong, string property, string message)
        {
            if (wrong)
            {
                breaches.Add(new("permit-field", Json(property), message));
            }
        }
    }

    private static string PropertyOf(string path)
    {
        var key = path[(path.LastIndexOf('.') + 1)..];
        return Json(Fields.FirstOrDefault(f => f.Key == key).Property ?? key);
    }

    private static string Json(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    private string DigestOf() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this)));
}

/// <summary>A permit read and checked.</summary>
internal sealed record ReadPermit(
    string Number, ProjectIdentity Project, string RegionCode, SectionValues Values, DateOnly IssuedOn, string Digest, IReadOnlyList<Breach> Breaches);
