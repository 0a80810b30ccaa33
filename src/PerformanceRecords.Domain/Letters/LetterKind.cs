namespace PerformanceRecords.Domain.Letters;

/// <summary>What a letter is for.</summary>
public enum LetterKind
{
    /// <summary>市级向省厅的书面申请（补录）</summary>
    SupplementRequest,

    /// <summary>市级向省厅的书面申请（修正勘误）</summary>
    CorrectionRequest,

    /// <summary>业绩确认申请函 (upgrade)</summary>
    ConfirmationRequest,

    /// <summary>省厅向住建部的书面申请（修正勘误）</summary>
    MinistryRequest,

    /// <summary>省厅业绩确认函 (upgrade)</summary>
    Confirmation,

    /// <summary>办理结果告知书: tells an enterprise what was decided.</summary>
    ReplyNotice,

    /// <summary>不予通过告知书: tells an enterprise why not.</summary>
    RejectionNotice,
}

/// <summary>文种: by which form of GB/T 9704 the paper is laid out.</summary>
public enum LetterLayout
{
    /// <summary>函（信函格式）</summary>
    Letter,

    /// <summary>请示（上行文）: number at the left, signer at the right.</summary>
    Petition,

    /// <summary>批复（文件格式）</summary>
    Approval,

    /// <summary>告知书（信函格式）</summary>
    Notice,
}

/// <summary>What can be asked of a kind.</summary>
public static class LetterKinds
{
    /// <summary>告知书: goes to an enterprise after the decision, and moves nothing.</summary>
    public static bool IsNotice(this LetterKind kind) => kind is LetterKind.ReplyNotice or LetterKind.RejectionNotice;

    /// <summary>The layouts that a kind may be signed in.</summary>
    public static IReadOnlyList<LetterLayout> Layouts(this LetterKind kind) =>
        kind.IsNotice() ? [LetterLayout.Notice] : [LetterLayout.Letter, LetterLayout.Petition, LetterLayout.Approval];
}
