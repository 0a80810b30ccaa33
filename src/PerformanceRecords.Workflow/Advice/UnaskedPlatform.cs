using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Workflow.Advice;

/// <summary>Stands where no way to the national platform is set up: it is not asked, and nothing is known.</summary>
internal sealed class UnaskedPlatform(TimeProvider clock) : INationalPlatform
{
    public Task<NationalAnswer> LookAsync(string projectNumber, CancellationToken cancellation = default) =>
        Task.FromResult(new NationalAnswer(false, null, [], clock.GetUtcNow().UtcDateTime));
}
