namespace PerformanceRecords.Data;

/// <summary>Something was queued for the dispatcher.</summary>
public sealed class PushSignal : Signal;
