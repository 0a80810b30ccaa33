using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>开始申报: what can be filed, module by module, and for whom it is.</summary>
public sealed record NewPage(IReadOnlyList<ApplicationType> Types, Actor Actor)
{
    /// <summary>The module whose types are shown; null where all are.</summary>
    public string? Module { get; init; }

    public string Title => Module ?? "开始申报";

    public IEnumerable<IGrouping<string, ApplicationType>> Modules => Types.GroupBy(t => Module ?? t.Module);
}
