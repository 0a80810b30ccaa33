using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Home;

/// <summary>工作台: the first page of a bureau.</summary>
public sealed record ReviewerHome(
    Actor Actor, DateOnly Today, DateTime Now, IReadOnlyList<QueueRow> Oldest, bool More, IReadOnlyDictionary<string, int> Counts)
{
    public int this[string counter] => Counts.GetValueOrDefault(counter);
}
