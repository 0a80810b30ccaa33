using PerformanceRecords.Data;

namespace PerformanceRecords.Workflow.Printing;

/// <summary>Something is owed by the printer.</summary>
public sealed class PrintSignal : Signal;
