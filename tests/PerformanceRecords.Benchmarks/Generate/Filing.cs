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

    /// <summary>What it keeps to itself as long as it is open.</summary>
    public IEnumerable<ProjectClaim> Claims()
    {
        if (Application is not { SubmittedAt: not null, ClosedAt: null, RecordId: null })
        {
            return [];
        }

        var type = ApplicationTypes.Of(Application.TypeCode);
        return ProjectClaim.ValuesOf(type, Application.ProjectNumber, [ProjectIdentity.Plain(Contents[Domain.Records.Sections.Contract][nameof(Contract.ContractNum)])])
            .Select(value => new ProjectClaim { EnterpriseId = Application.EnterpriseId, TypeCode = type.Code, Value = value, ApplicationId = Application.Id });
    }
}
