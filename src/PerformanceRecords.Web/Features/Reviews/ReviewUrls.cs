using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>Addresses of the pages of a case, and how the acts are spelt in them.</summary>
public static class ReviewUrls
{
    private static readonly (string Word, Act Act)[] Words =
    [
        ("verify", Act.Verify), ("confirm", Act.Confirm), ("open-port", Act.OpenPort), ("return", Act.Return),
        ("send-back", Act.SendBack), ("take-out", Act.TakeOut), ("reject", Act.Reject),
    ];

    public static string Of(Guid id) => $"/reviews/{id}";

    public static string Of(Guid id, Act act) => $"/reviews/{id}/{Words.First(w => w.Act == act).Word}";

    /// <summary>Where a decision that was taken on paper is written down.</summary>
    public static string Reply(Guid id, Act act) => $"/reviews/{id}/reply/{Words.First(w => w.Act == act).Word}";

    public static string Similar(Guid id) => $"/reviews/{id}/similar";

    public static string Viewing(Guid id, Guid file) => $"/reviews/{id}?file={file}#evidence";

    /// <summary>Null for a word that stands for no decision of a reviewer.</summary>
    public static Act? ActOf(string word) => Array.Find(Words, w => w.Word == word) is (not null, var act) ? act : null;

    /// <summary>Decisions that are taken on the page of a case; a letter is signed on its own page.</summary>
    public static bool IsDecision(Act act) => Array.Exists(Words, w => w.Act == act);
}
