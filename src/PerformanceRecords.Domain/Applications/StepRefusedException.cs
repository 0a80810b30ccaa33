using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Domain.Applications;

/// <summary>A step that the route does not have for this level at this stage was asked for: a forged or a stale request.</summary>
public sealed class StepRefusedException(Stage stage, Level level, Act act)
    : Exception($"{level} cannot {act} at {stage}.")
{
    public Stage Stage { get; } = stage;

    public Act Act { get; } = act;
}
