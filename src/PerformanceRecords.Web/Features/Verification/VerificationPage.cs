using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Domain.Verification;
using PerformanceRecords.Workflow.Verification;

namespace PerformanceRecords.Web.Features.Verification;

/// <summary>What the public page shows.</summary>
public sealed record VerificationPage(string? Asked, DateTime Now)
{
    public VerifiedPaper? Paper { get; init; }

    public bool TryLater { get; init; }

    /// <summary>As it is shown in its field: in groups of four where it is a code.</summary>
    public string? Typed => VerificationCode.Read(Asked) is { } code ? VerificationCode.Grouped(code) : Asked;

    /// <summary>成文日期 as it stands on the paper.</summary>
    public static string Written(DateTime utc)
    {
        var day = ChinaClock.DateInChina(utc);
        return $"{day.Year}年{day.Month}月{day.Day}日";
    }

    /// <summary>6c1f 90ab …: in groups of four, to be compared by eye too.</summary>
    public static string Fingerprint(string sha256) => string.Join(' ', sha256.Chunk(4).Select(part => new string(part)));

    /// <summary>What differs between the sheet at hand and the one that holds: heading, then, now.</summary>
    public static IReadOnlyList<(string What, string Here, string Now)> Differences(VerifiedSheet sheet)
    {
        var (here, now) = (ByHeading(sheet.Lines), ByHeading(sheet.NewerLines ?? []));
        return [.. here.Keys.Union(now.Keys).Select(k => (k, here.GetValueOrDefault(k, "—"), now.GetValueOrDefault(k, "—"))).Where(d => d.Item2 != d.Item3)];
    }

    private static Dictionary<string, string> ByHeading(IReadOnlyList<string> lines) =>
        lines.Select(l => l.Split('：', 2)).Where(p => p.Length == 2).GroupBy(p => p[0]).ToDictionary(g => g.Key, g => string.Join('；', g.Select(p => p[1])));
}
