using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace PerformanceRecords.Web.Features.Push;

/// <summary>Scale and axes of a small chart of counts, in the units of its picture; the numbers themselves stand in a table below it.</summary>
internal sealed class ChartScale(int most)
{
    public const string ViewBox = "0 0 320 140";
    private const int Left = 34;
    private const int Right = 312;
    private const int Ceiling = 10;
    private const int Floor = 116;
    private static readonly int[] Rounded = [2, 4, 10];

    /// <summary>Height of the picture: the next round number that can be halved.</summary>
    public int Top { get; } = Enumerable.Range(0, 9).SelectMany(n => Rounded.Select(r => r * (int)Math.Pow(10, n))).First(round => round >= most);

    public static double X(double share) => Left + (Right - Left) * share;

    public double Y(int count) => Floor - (Floor - Ceiling) * (double)count / Top;

    public static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A bar from the floor to its count.</summary>
    public IHtmlContent Bar(double from, double to, int count, string colour) => new HtmlString(
        $"<rect x=\"{Text(X(from))}\" y=\"{Text(Y(count))}\" width=\"{Text(X(to) - X(from))}\" height=\"{Text(Floor - Y(count))}\" fill=\"{colour}\"/>");

    /// <summary>Lines at nothing, half and all, and what stands below them.</summary>
    public IHtmlContent Axes(IEnumerable<(double Share, string Label)> labels)
    {
        var svg = new StringBuilder();
        foreach (var count in new[] { 0, Top / 2, Top })
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Text(Y(count))}H{Right}\" class=\"{(count == 0 ? "floor" : "grid")}\"/><text x=\"{Left - 6}\" y=\"{Text(Y(count) + 4)}\" text-anchor=\"end\">{count}</text>");
        }

        foreach (var (share, label) in labels)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Text(X(share))}\" y=\"{Floor + 17}\" text-anchor=\"{(share > 0.97 ? "end" : share < 0.03 ? "start" : "middle")}\">{label}</text>");
        }

        return new HtmlString(svg.ToString());
    }
}
