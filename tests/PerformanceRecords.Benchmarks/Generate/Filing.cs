using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Benchmarks.Generate;

/// <summary>A filing with everything that hangs on it.</summary>
internal sealed class Filing(Application application, Contents contents, Actor enterprise)
{
    public Application Application { get; } = application;

    public Contents Contents { get; } = contents;

    public Actor Enterprise { get; } = enterprise;

    public Dictionary<Sections, ApplicationSection> Sections { get; } = [];

    public List<ApplicationEvent> Events { get; } = [];

    public List<EvidenceFile> Evidence { get; } = [];

    public List<Submission> Submissions { get; } = [];

    /// <summary>Who gave the last approval; null where there is none yet.</summary>
    public string? CompletedBy { get; set; }
}
