using System.Text;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>Addresses of a list: its conditions, without the empty ones, and the place in it.</summary>
public static class Filtered
{
    public static string Url(string path, params ReadOnlySpan<(string Name, string? Value)> conditions)
    {
        var url = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in conditions)
        {
            if (!string.IsNullOrEmpty(value))
            {
                url.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        return url.ToString();
    }

    /// <summary>A word as typed into a search box; null where nothing was, cut where it is too long to be a name.</summary>
    public static string? Word(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 } word ? word.Length > 100 ? word[..100] : word : null;

    /// <summary>上一页 and 下一页 of a page that was read by keys.</summary>
    /// <param name="at">The list's address with a cursor put in.</param>
    public static Pager Pager<TRow, TKey>(Page<TRow, TKey> page, string unit, Func<TKey, string> cursor, Func<string, string, string> at)
        where TKey : class =>
        new(
            $"本页 {page.Rows.Count} {unit}",
            page.Previous is { } previous ? at("before", cursor(previous)) : null,
            page.Next is { } next ? at("after", cursor(next)) : null);
}
