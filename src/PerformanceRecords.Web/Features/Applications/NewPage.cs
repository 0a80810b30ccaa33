using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>开始申报: what can be filed, for whom it is, and what will happen.</summary>
public sealed record NewPage(IReadOnlyList<ApplicationType> Types, Actor Actor, RouteOutlook Outlook);
