namespace PerformanceRecords.Domain.Letters;

/// <summary>Where a letter stands between two hands.</summary>
public enum LetterState
{
    /// <summary>拟稿</summary>
    Draft,

    /// <summary>待签发: sent for sign-off.</summary>
    AwaitingSignature,

    /// <summary>已签发: frozen, numbered, its cases moved.</summary>
    Signed,

    /// <summary>已作废: given up before sign-off; it never had a number.</summary>
    Discarded,

    /// <summary>已收回: taken back after sign-off. Its number stays, with the reason.</summary>
    Withdrawn,
}
