using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Publication;

/// <summary>部平台, asked what the public sees there of a project. The edge to HTTP.</summary>
public interface INationalPlatform
{
    /// <summary>Never throws over what the platform does: no answer is an answer too.</summary>
    Task<NationalAnswer> LookAsync(string projectNumber, CancellationToken cancellation = default);
}

/// <summary>What the national platform said.</summary>
/// <param name="Answered">False where it could not be asked; nothing is known then.</param>
/// <param name="Name">The project's name there; null where it shows nothing.</param>
/// <param name="Shown">The sections it shows, each at its grade.</param>
public sealed record NationalAnswer(bool Answered, string? Name, IReadOnlyDictionary<Sections, DataGrade> Shown, DateTime At)
{
    public Sections Sections => Shown.Keys.Aggregate(Records.Sections.None, (all, s) => all | s);
}
