using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Duplicates;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>What looks like the project of a case, and what is odd about its people. Fetched after the page, so that the page does not wait for it.</summary>
public sealed record SimilarPage(Guid ApplicationId, string ProjectName, IReadOnlyList<Duplicate> Duplicates, IReadOnlyList<Note> People)
{
    public static string UrlOf(Duplicate duplicate) => duplicate.Subject == KeySubject.Record ? $"/records/{duplicate.Id}" : ReviewUrls.Of(duplicate.Id);
}
