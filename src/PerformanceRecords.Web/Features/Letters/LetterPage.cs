using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Audit;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Printing;
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

    /// <summary>What became of its PDF; null for one that is not signed.</summary>
    public PrintJob? Print { get; init; }

    /// <summary>False where no browser is installed and the page itself is printed.</summary>
    public bool Prints { get; init; } = true;

    /// <summary>盖章扫描件, newest first.</summary>
    public IReadOnlyList<SealedScan> Scans { get; init; } = [];

    /// <summary>The code as a QR picture; null for one that is not signed.</summary>
    public IHtmlContent? Qr { get; init; }

    /// <summary>What it says otherwise than its template; for whoever signs it.</summary>
    public IReadOnlyList<WordingChange> Changes { get; init; } = [];

    /// <summary>The letters to be signed before and after it.</summary>
    public (Guid? Previous, Guid? Next) Around { get; init; }

    public string? Remark { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<Breach> Breaches { get; init; } = [];

    public Letter Letter => File.Letter;

    public string Kind => LetterWords.KindOf(Letter.Kind);

    public string Url => $"{LettersPage.Path}/{Letter.Id}";

    public bool IsNotice => Letter.Kind.IsNotice();

    /// <summary>这封函; a notice is no letter between offices.</summary>
    public string This => LetterWords.ThisOf(Letter.Kind);

    /// <summary>The pile its cases go back to when it is not sent.</summary>
    public string Pile => LetterWords.PileOf(Letter.Kind);

    public bool IsDrafter => Letter.DraftedBy == Actor.UserId;

    public bool IsOwn => Letter.FromId == Actor.OrganisationId;

    public bool MayWrite => Letter.State == LetterState.Draft && IsDrafter;

    public bool MaySign => Letter.State == LetterState.AwaitingSignature && IsOwn && Actor.MaySign && !IsDrafter;

    public bool MayDiscard => Letter.State is LetterState.Draft or LetterState.AwaitingSignature && IsOwn && (IsDrafter || Actor.MaySign);

    public bool MayWithdraw => Letter.State == LetterState.Signed && IsOwn && Actor.MaySign && Letter.Kind != LetterKind.Confirmation;

    /// <summary>Whether it can be taken back once it is signed, in a sentence.</summary>
    public string Withdrawal => IsNotice ? "发错的可以收回，企业会看到已收回"
        : Letter.Kind == LetterKind.Confirmation ? "签发即确认业绩并推送，不能收回"
        : "后面的单位还没有据此办理前，可以收回";

    public bool MayUploadScan => Letter.State == LetterState.Signed && IsOwn;

    /// <summary>Ports may rest on it.</summary>
    public bool OpensPorts => Letter is { Kind: LetterKind.SupplementRequest, Number: not null } && Actor.Level is (Level.City or Level.Province or Level.Auditor);

    public int Enterprises => File.Rows.Select(r => r.EnterpriseName).Distinct().Count();

    public string Signatories => Signers.Count == 0 ? "本单位签发人" : string.Join("或", Signers);

    public string Template => Letter.TemplateVersion == 0 ? "门户自带模板" : $"本单位模板第 {Letter.TemplateVersion} 版";

    /// <summary>Where its cases go when it is signed; null for a notice, which moves nothing.</summary>
    public string? NextHolder => IsNotice ? null
        : Routes.Of(Letter.RouteCode).Find(Letter.CaseStage, Letter.CaseStage == Stage.CityLetter ? Level.City : Level.Province, Act.SignLetter)?.Then switch
        {
            Stage.ProvinceReview => "省厅",
            Stage.MinistryReview => "住建部",
            Stage.Completed => "部平台推送",
            _ => "下一环节",
        };

    /// <summary>What happens to the cases, in a sentence.</summary>
    public string Effect => NextHolder is { } next ? $"{File.Rows.Count} 件移交{next}" : "企业可以在门户里看到";

    /// <summary>What is looked at before it goes on, and whether it holds.</summary>
    public IEnumerable<(bool Holds, string Words)> Checks()
    {
        var moved = File.Rows.Where(r => r.Stage != Letter.CaseStage).Select(r => r.ProjectName).ToList();
        yield return moved.Count == 0
            ? (true, $"{File.Rows.Count} 件都处于“{Letter.CaseStage.Chinese()}”，没有被撤回")
            : (false, $"已不在原来的环节，请移出：{string.Join("、", moved)}");
        var holes = File.Facts.Unfilled(Letter.Title + Letter.Addressee + Letter.Body);
        yield return holes.Count == 0 ? (true, "正文中没有未填的事实") : (false, $"没有对应的事实：{string.Join("、", holes)}");
        foreach (var (holds, words) in LayoutChecks())
        {
            yield return (holds, words);
        }

        if (!IsNotice)
        {
            var bare = File.Rows.Where(r => r.Materials == 0).Select(r => r.ProjectName).ToList();
            yield return bare.Count == 0 ? (true, "每件都附有佐证材料") : (false, $"没有佐证材料：{string.Join("、", bare)}");
        }

        var late = File.Rows.Where(r => WorkingCalendar.WorkdaysBetween(ChinaClock.DateInChina(r.StageSince), Today) >= Letter.PressingAfterWorkdays).Select(r => r.ProjectName).ToList();
        if (!IsNotice && late.Count > 0 && Letter.State == LetterState.Draft)
        {
            yield return (false, $"已等 {Letter.PressingAfterWorkdays} 个工作日以上，请尽快送签：{string.Join("、", late)}");
        }

        if (Letter.State == LetterState.Draft && Signers.Count == 0)
        {
            yield return (false, "本单位没有别的签发人，送签后没有人能签发，请联系系统管理员");
        }
    }

    // what is called 请示 asks for an answer, what is called 批复 gives one
    private IEnumerable<(bool Holds, string Words)> LayoutChecks()
    {
        var wanted = Letter.Layout switch { LetterLayout.Petition => "请示", LetterLayout.Approval => "批复", LetterLayout.Notice => "告知书", _ => "函" };
        yield return Letter.Title.TrimEnd().EndsWith(wanted, StringComparison.Ordinal)
            ? (true, $"文种与标题一致，都是{wanted}")
            : (false, $"文种是{wanted}，标题没有以“{wanted}”结尾");
        if (Letter.Layout == LetterLayout.Petition && !Letter.Body.Contains("请批示", StringComparison.Ordinal))
        {
            yield return (false, "请示一般以“妥否，请批示。”结尾");
        }
    }

    /// <summary>The day the paper carries.</summary>
    public DateOnly Day => Letter.SignedAt is { } signed ? ChinaClock.DateInChina(signed) : Today;

    public LetterPaper Paper => new(Letter, File, Day) { Qr = Qr };
}
