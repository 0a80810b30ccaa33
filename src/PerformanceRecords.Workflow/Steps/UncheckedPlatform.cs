using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Workflow.Steps;

/// <summary>Stands where no way to the platforms is set up: their contract is not known, so it has nothing against anything.</summary>
internal sealed class UncheckedPlatform : IDryRun
{
    public IReadOnlyList<Objection> Check(PushMessage message) => [];
}
