using PerformanceRecords.Domain;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>How pages ask what is to be said beside a field.</summary>
internal static class FieldBreaches
{
    public static string? WrongWith(this IEnumerable<Breach> breaches, string field) => breaches.FirstOrDefault(b => b.Field == field)?.Message;
}
