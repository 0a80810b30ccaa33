using System.Globalization;
using PerformanceRecords.Sync.Desk;

namespace PerformanceRecords.Web.Features.Push;

/// <summary>Addresses of the desk's list.</summary>
internal static class PushUrl
{
    public static string List(PushStanding? standing, int? age, PushRow? after = null)
    {
        var query = new List<string>(4);
        if (standing is { } wanted)
        {
            query.Add($"standing={wanted}");
        }

        if (age is { } column)
        {
            query.Add(string.Create(CultureInfo.InvariantCulture, $"age={column}"));
        }

        if (after is not null)
        {
            query.Add($"afterTime={after.CreatedAt.ToString("O", CultureInfo.InvariantCulture)}&afterId={after.Id}");
        }

        return query.Count == 0 ? "/push" : "/push?" + string.Join('&', query);
    }
}
