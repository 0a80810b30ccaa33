using System.Text.Json;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Sync.Payloads;

namespace PerformanceRecords.Sync.Platforms;

/// <summary>Asks the national platform what it shows of a project, whoever brought it.</summary>
public sealed class NationalPlatform(PlatformClients clients, TimeProvider clock) : INationalPlatform
{
    /// <summary>The fields that say which enterprise a row is about.</summary>
    private static readonly Dictionary<Sections, string[]> Enterprises = new()
    {
        [Sections.Contract] = ["ContractorCorpCode", "UnionCorpCode"],
        [Sections.Indicators] = ["companyCode"],
    };

    public async Task<NationalAnswer> LookAsync(string projectNumber, CancellationToken cancellation = default)
    {
        // the client keeps its own time limit, which a reader who goes away does not shorten
        var seen = await clients.Of(Destination.NationalPlatform).ShowAsync(projectNumber).WaitAsync(cancellation);
        var parts = new List<NationalPart>();
        foreach (var shown in seen.Project?.Sections ?? [])
        {
            if (ContractSection.All.FirstOrDefault(s => s.Slug == shown.Section)?.Section is { } section && Enum.TryParse<DataGrade>(shown.Grade, out var grade))
            {
                parts.Add(new(section, grade, CompaniesOf(section, shown.Rows)));
            }
        }

        return new NationalAnswer(seen.Answer.Problem is null, seen.Project?.PrjName, parts, clock.GetUtcNow().UtcDateTime);
    }

    private static HashSet<string> CompaniesOf(Sections section, JsonElement rows) => !Enterprises.TryGetValue(section, out var fields) || rows.ValueKind != JsonValueKind.Array ? []
        : [.. from row in rows.EnumerateArray()
              where row.ValueKind == JsonValueKind.Object
              from field in fields
              where row.TryGetProperty(field, out var code) && code.ValueKind == JsonValueKind.String && code.GetString() is { Length: > 0 }
              select row.GetProperty(field).GetString()!];
}
