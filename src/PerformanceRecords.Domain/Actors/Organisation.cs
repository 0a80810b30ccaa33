namespace PerformanceRecords.Domain.Actors;

/// <summary>单位: an enterprise, a bureau or an office, for which people act.</summary>
public sealed class Organisation
{
    public const int LongestShortName = 100;

    public Guid Id { get; init; } = RowId.New();

    public required Level Level { get; init; }

    public required string Name { get; set; }

    /// <summary>As said in sentences: 南京市建委.</summary>
    public required string ShortName { get; set; }

    /// <summary>The short name of one that has none of its own.</summary>
    public static string Shortened(string name) => name.Length > LongestShortName ? name[..LongestShortName] : name;

    /// <summary>Six digits: where an enterprise is registered, what a bureau is responsible for.</summary>
    public required string RegionCode { get; set; }

    /// <summary>统一社会信用代码; every enterprise has one, no two the same.</summary>
    public string? CreditCode { get; init; }

    /// <summary>发文机关代字: the series a bureau numbers its letters in, such as 宁建设函.</summary>
    public string? LetterSeries { get; set; }

    public string? ContactName { get; set; }

    public string? ContactPhone { get; set; }

    public required DateTime RegisteredAt { get; init; }

    /// <summary>When the city confirmed an enterprise's registration; it may not file before.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    public Guid? ConfirmedBy { get; private set; }

    public DateTime? RefusedAt { get; private set; }

    public string? RefusalReason { get; private set; }

    public int Version { get; set; }

    public bool MayAct => Level != Level.Enterprise || ConfirmedAt is not null;

    public void Confirm(Guid by, DateTime now)
    {
        ConfirmedAt = now;
        ConfirmedBy = by;
        RefusedAt = null;
        RefusalReason = null;
        Version++;
    }

    public void Refuse(Guid by, string reason, DateTime now)
    {
        RefusedAt = now;
        RefusalReason = reason;
        ConfirmedAt = null;
        ConfirmedBy = by;
        Version++;
    }

    /// <summary>Details were mended after a refusal: the city looks at the registration again.</summary>
    public void AskAgain()
    {
        RefusedAt = null;
        RefusalReason = null;
        ConfirmedBy = null;
        Version++;
    }
}
