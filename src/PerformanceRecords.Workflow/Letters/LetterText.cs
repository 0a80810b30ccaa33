using System.Text;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;

namespace PerformanceRecords.Workflow.Letters;

/// <summary>What kind of letter moves which cases, what its annexes are called, and its text as it is archived.</summary>
public static class LetterText
{
    /// <summary>The kind of letter that moves the cases of a route on from a letter stage.</summary>
    public static LetterKind KindFor(Route route, Stage stage) => (route.Code, stage) switch
    {
        ("supplement", Stage.CityLetter) => LetterKind.SupplementRequest,
        ("correction", Stage.CityLetter) => LetterKind.CorrectionRequest,
        ("upgrade", Stage.CityLetter) => LetterKind.ConfirmationRequest,
        ("correction", Stage.ProvinceLetter) => LetterKind.MinistryRequest,
        ("upgrade", Stage.ProvinceLetter) => LetterKind.Confirmation,
        (_, Stage.Rejected) => LetterKind.RejectionNotice,
        (_, Stage.Completed) => LetterKind.ReplyNotice,
        _ => throw new ArgumentException($"No letter moves cases of {route.Code} on from {stage}.", nameof(stage)),
    };

    /// <summary>The kinds a level writes.</summary>
    public static IReadOnlyList<LetterKind> KindsOf(Domain.Actors.Level level) => level switch
    {
        Domain.Actors.Level.City =>
            [LetterKind.SupplementRequest, LetterKind.CorrectionRequest, LetterKind.ConfirmationRequest, LetterKind.ReplyNotice, LetterKind.RejectionNotice],
        Domain.Actors.Level.Province => [LetterKind.MinistryRequest, LetterKind.Confirmation, LetterKind.ReplyNotice, LetterKind.RejectionNotice],
        _ => [],
    };

    /// <summary>附件 by name, in their order; a notice about one case says everything itself.</summary>
    public static IReadOnlyList<string> AnnexesOf(LetterKind kind, int cases) => kind switch
    {
        LetterKind.SupplementRequest => ["勘察设计业绩补录项目汇总表", "佐证材料清单"],
        LetterKind.CorrectionRequest or LetterKind.MinistryRequest => ["勘察设计业绩信息修正项目汇总表", "佐证材料清单"],
        LetterKind.ConfirmationRequest => ["勘察设计业绩确认项目汇总表", "佐证材料清单"],
        LetterKind.Confirmation => ["勘察设计业绩确认项目汇总表"],
        LetterKind.ReplyNotice or LetterKind.RejectionNotice => cases > 1 ? ["项目汇总表"] : [],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Everything the paper says, in a fixed order: what is archived at sign-off and digested.</summary>
    public static string Canonical(Letter letter)
    {
        var text = new StringBuilder()
            .AppendJoin('\n',
                $"发文机关：{letter.FromName}", $"发文字号：{letter.Number}", $"文种：{letter.Layout}", $"核验码：{letter.Code}", $"标题：{letter.Title}",
                $"主送：{letter.Addressee}", $"签发人：{letter.SignedByName}", $"签发时间：{letter.SignedAt:yyyy-MM-ddTHH:mm:ss.fff}Z",
                $"抄送：{letter.CopyTo}", $"附注：{letter.Note}", "正文：", letter.Body.ReplaceLineEndings("\n"), "附件：")
            .Append('\n');
        foreach (var row in letter.Cases.OrderBy(c => c.Position))
        {
            text.AppendJoin('|', row.Position, row.ApplicationId.ToString("N"), row.ProjectName, row.ProjectNumber, row.EnterpriseName, row.Sector?.Chinese(), row.Matter, row.Materials, row.MaterialList)
                .Append('\n');
        }

        return text.ToString();
    }
}
