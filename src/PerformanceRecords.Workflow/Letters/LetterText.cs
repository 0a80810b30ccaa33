using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;

namespace PerformanceRecords.Workflow.Letters;

/// <summary>The words a letter starts with, and the digest of the words it ends with.</summary>
public static partial class LetterText
{
    /// <summary>The kind of letter that moves the cases of a route on from a letter stage.</summary>
    public static LetterKind KindFor(Route route, Stage stage) => (route.Code, stage) switch
    {
        ("supplement", Stage.CityLetter) => LetterKind.SupplementRequest,
        ("correction", Stage.CityLetter) => LetterKind.CorrectionRequest,
        ("upgrade", Stage.CityLetter) => LetterKind.ConfirmationRequest,
        ("correction", Stage.ProvinceLetter) => LetterKind.MinistryRequest,
        ("upgrade", Stage.ProvinceLetter) => LetterKind.Confirmation,
        _ => throw new ArgumentException($"No letter moves cases of {route.Code} on from {stage}.", nameof(stage)),
    };

    /// <summary>What the annex is called.</summary>
    public static string AnnexOf(LetterKind kind) => kind switch
    {
        LetterKind.SupplementRequest => "勘察设计业绩补录项目汇总表",
        LetterKind.CorrectionRequest or LetterKind.MinistryRequest => "勘察设计业绩信息修正项目汇总表",
        LetterKind.ConfirmationRequest or LetterKind.Confirmation => "勘察设计业绩确认项目汇总表",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The number of cases as the body says it; null where somebody wrote it differently.</summary>
    public static int? CasesSaidIn(string body) =>
        CountInBody().Match(body) is { Success: true } found ? int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>The body with the number of cases it now covers.</summary>
    public static string Recounted(string body, int cases) => CountInBody().Replace(body, $"附件所列{cases}个项目");

    public static string AddresseeOf(LetterKind kind) => kind switch
    {
        LetterKind.SupplementRequest or LetterKind.CorrectionRequest or LetterKind.ConfirmationRequest => "江苏省住房和城乡建设厅",
        LetterKind.MinistryRequest => "住房和城乡建设部",
        LetterKind.Confirmation => "住房和城乡建设部建筑市场监管司",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string TitleOf(LetterKind kind, string fromName) => kind switch
    {
        LetterKind.SupplementRequest => $"{fromName}关于申请开通勘察设计业绩补录端口的函",
        LetterKind.CorrectionRequest => $"{fromName}关于申请修正勘察设计业绩信息的函",
        LetterKind.ConfirmationRequest => $"{fromName}关于勘察设计业绩确认的申请函",
        LetterKind.MinistryRequest => $"{fromName}关于申请修正全国建筑市场监管公共服务平台勘察设计业绩信息的函",
        LetterKind.Confirmation => $"{fromName}关于勘察设计业绩确认的函",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string BodyOf(LetterKind kind, int cases) => kind switch
    {
        LetterKind.SupplementRequest =>
            $"""
            根据《省住房城乡建设厅关于进一步做好建设工程企业资质申报业绩管理工作的通知》（苏建函建管〔2021〕412号）要求，我单位对附件所列{cases}个项目的业绩补录申请及佐证材料进行了核实。上述项目均在我市行政区域内，经施工图审查合格并已通过竣工验收，全国建筑市场监管公共服务平台和江苏省建筑市场监管与诚信信息一体化平台均无相关信息，申报内容与佐证材料一致。
            现申请为相关企业开通工程项目信息补录端口。
            请予支持为盼。
            """,
        LetterKind.CorrectionRequest or LetterKind.MinistryRequest =>
            $"""
            根据《省住房城乡建设厅关于进一步做好建设工程企业资质申报业绩管理工作的通知》（苏建函建管〔2021〕412号）要求，我单位对附件所列{cases}个项目的业绩信息修正申请及佐证材料进行了核实，申请修正的内容与佐证材料一致。
            现申请对上述项目在全国建筑市场监管公共服务平台的相关信息予以修正。
            请予支持为盼。
            """,
        LetterKind.ConfirmationRequest =>
            $"""
            根据《省住房和城乡建设厅关于做好建设工程企业资质审批和延续工作的通知》（苏建函审批〔2023〕579号）要求，我单位对附件所列{cases}个项目的业绩材料进行了核实，业绩真实，材料齐全。
            现申请对上述项目业绩予以确认。
            请予支持为盼。
            """,
        LetterKind.Confirmation =>
            $"""
            根据《省住房和城乡建设厅关于做好建设工程企业资质审批和延续工作的通知》（苏建函审批〔2023〕579号）要求，经核实，附件所列{cases}个项目业绩真实，予以确认。
            特此函告。
            """,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>SHA-256 over everything the paper says, in a fixed order, so the same letter always has the same digest.</summary>
    public static string DigestOf(Letter letter, string number, DateOnly signedOn)
    {
        var text = new StringBuilder()
            .AppendJoin('\n', letter.FromName, number, letter.Title, letter.Addressee, letter.Body.ReplaceLineEndings("\n"), signedOn.ToString("yyyy-MM-dd", null))
            .Append('\n')
            .AppendJoin('\n', letter.Cases.OrderBy(c => c.Position).Select(c =>
                $"{c.Position}|{c.ApplicationId:N}|{c.ProjectName}|{c.ProjectNumber}|{c.EnterpriseName}|{c.Sector}|{c.Materials}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    [GeneratedRegex("附件所列([0-9]{1,4})个项目")]
    private static partial Regex CountInBody();
}
