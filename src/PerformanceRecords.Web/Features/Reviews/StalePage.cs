using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>Somebody was faster: what took effect, and what was written in vain.</summary>
public sealed record StalePage(CaseFile File, Act Wanted, string? Opinion, ApplicationEvent? Latest, DateTime At);
