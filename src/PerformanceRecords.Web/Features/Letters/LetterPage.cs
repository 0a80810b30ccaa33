using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Audit;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Letters;

/// <summary>What the pages of one letter show: the draft, the sign-off, the signed paper.</summary>
public sealed record LetterPage(LetterFile File, Actor Actor, DateOnly Today)
{
    /// <summary>People who may sign it.</summary>
    public IReadOnlyList<string> Signers { get; init; } = [];

    /// <summary>办文记录, newest first.</summary>
    public IReadOnlyList<AuditEntry> History { get; init; } = [];

    /// <summary>Cases that wait for a letter of this kind and are in none.</summary>
    public IReadOnlyList<WaitingCase> Addable { get; init; } = [];

    public string? Remark { get; init; }

    public IReadOnlyList<Breach> Breaches { get; init; } = [];

    public Letter Letter => File.Letter;

    public string Kind => LetterWords.KindOf(Letter.Kind);

    public bool IsDrafter => Letter.DraftedBy == Actor.UserId;

    public bool IsOwn => Letter.FromId == Actor.OrganisationId;

    public bool MayWrite => Letter.State == LetterState.Draft && IsDrafter;

    public bool MaySign => Letter.State == LetterState.AwaitingSignature && IsOwn && Actor.MaySign && !IsDrafter;

    public bool MayDiscard => Letter.State is LetterState.Draft or LetterState.AwaitingSignature && IsOwn && (IsDrafter || Actor.MaySign);

    public int Enterprises => File.Rows.Select(r => r.EnterpriseName).Distinct().Count();

    public string Signatories => Signers.Count == 0 ? "本单位签发人" : string.Join("或", Signers);

    /// <summary>Where its cases go when it is signed.</summary>
    public string NextHolder => Routes.Of(Letter.RouteCode).Find(Letter.CaseStage, Letter.CaseStage == Stage.CityLetter ? Level.City : Level.Province, Act.SignLetter)?.Then switch
    {
        Stage.ProvinceReview => "省厅",
        Stage.MinistryReview => "住建部",
        Stage.Completed => "部平台推送",
        _ => "下一环节",
    };

    /// <summary>What is looked at before it goes on, and whether it holds.</summary>
    public IEnumerable<(bool Holds, string Words)> Checks()
    {
        var moved = File.Rows.Where(r => r.Stage != Letter.CaseStage).Select(r => r.ProjectName).ToList();
        yield return moved.Count == 0
            ? (true, $"{File.Rows.Count} 件都处于“{Letter.CaseStage.Chinese()}”，没有被撤回")
            : (false, $"已不在待发函环节，请移出：{string.Join("、", moved)}");
        yield return LetterText.CasesSaidIn(Letter.Body) switch
        {
            null => (true, "正文没有写项目数，以附件为准"),
            var said when said == File.Rows.Count => (true, $"正文写的项目数与附件一致（{said} 个）"),
            var said => (false, $"正文写的是 {said} 个项目，附件有 {File.Rows.Count} 个，请改正文"),
        };
        var bare = File.Rows.Where(r => r.Materials == 0).Select(r => r.ProjectName).ToList();
        yield return bare.Count == 0 ? (true, "每件都附有佐证材料") : (false, $"没有佐证材料：{string.Join("、", bare)}");
        if (Letter.State == LetterState.Draft && Signers.Count == 0)
        {
            yield return (false, "本单位没有别的签发人，送签后没有人能签发，请联系系统管理员");
        }
    }

    /// <summary>The day the paper carries.</summary>
    public DateOnly Day => Letter.SignedAt is { } signed ? ChinaClock.DateInChina(signed) : Today;

    public LetterPaper Paper => new(Letter, File, Day);
}

/// <summary>The sheets themselves, as they are printed.</summary>
public sealed record LetterPaper(Letter Letter, LetterFile File, DateOnly Day)
{
    private const int RowsOnSheet = 18;

    public string Annex => LetterText.AnnexOf(Letter.Kind);

    /// <summary>The watermark over a text that is not a letter yet.</summary>
    public string? Watermark => Letter.State switch
    {
        LetterState.Draft => "草 稿",
        LetterState.AwaitingSignature => "待 签",
        LetterState.Discarded => "作 废",
        _ => null,
    };

    public string Number => Letter.Number ?? $"{File.Series}〔{Day.Year}〕　号";

    public IEnumerable<string> Paragraphs => Letter.Body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The annex, a sheet at a time.</summary>
    public IEnumerable<AnnexRow[]> Sheets => File.Rows.Chunk(RowsOnSheet);
}
