using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Sync.Payloads;

namespace PerformanceRecords.Sync.Platforms;

/// <summary>Asks the national platform what it shows of a project, whoever brought it.</summary>
public sealed class NationalPlatform(PlatformClients clients, TimeProvider clock) : INationalPlatform
{
    public async Task<NationalAnswer> LookAsync(string projectNumber, CancellationToken cancellation = default)
    {
        // the client keeps its own time limit, which a reader who goes away does not shorten
        var seen = await clients.Of(Destination.NationalPlatform).ShowAsync(projectNumber).WaitAsync(cancellation);
        var shown = new Dictionary<Sections, DataGrade>();
        foreach (var section in seen.Project?.Sections ?? [])
        {
            if (ContractSection.All.FirstOrDefault(s => s.Slug == section.Section) is { } known && Enum.TryParse<DataGrade>(section.Grade, out var grade))
            {
                shown[known.Section] = shown.TryGetValue(known.Section, out var other) && other > grade ? other : grade;
            }
        }

        return new NationalAnswer(seen.Answer.Problem is null, seen.Project?.PrjName, shown, clock.GetUtcNow().UtcDateTime);
    }
}
