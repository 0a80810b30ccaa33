namespace PerformanceRecords.Domain.Letters;

/// <summary>The last number a bureau used in one series and year; a number is taken inside the sign-off's transaction, so none is lost or doubled.</summary>
public sealed class LetterSeries
{
    public required Guid OrganisationId { get; init; }

    /// <summary>发文机关代字, such as 宁建设函.</summary>
    public required string Series { get; init; }

    public required int Year { get; init; }

    public int Last { get; set; }

    /// <summary>发文字号 as it stands on the paper: 宁建设函〔2026〕12号.</summary>
    public string NumberOf(int number) => NumberOf(Series, Year, number);

    public static string NumberOf(string series, int year, int number) => $"{series}〔{year}〕{number}号";
}
