namespace PerformanceRecords.Domain.Records;

/// <summary>What a key belongs to.</summary>
public enum KeySubject
{
    Application,
    Record,

    /// <summary>A construction permit that arrived from outside.</summary>
    Permit,
}

/// <summary>By what projects are known to be the same.</summary>
public enum ProjectKeyKind
{
    Number,
    Code,
    Name,
    Owner,
    Contract,
}

/// <summary>项目线索: one text by which a filing, a record or a permit is found again; in the form in which spelling does not matter.</summary>
public sealed class ProjectKey
{
    public required KeySubject Subject { get; init; }

    public required Guid SubjectId { get; init; }

    public required ProjectKeyKind Kind { get; init; }

    public required string Value { get; init; }
}
