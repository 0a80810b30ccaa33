using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Publication;

/// <summary>A platform outside that this portal publishes to.</summary>
public enum Destination
{
    /// <summary>部平台</summary>
    NationalPlatform,

    /// <summary>政务网</summary>
    ServiceNetwork,
}

/// <summary>Where a message stands.</summary>
public enum PushState
{
    /// <summary>待推送</summary>
    Waiting,

    /// <summary>推送中: someone holds the lease.</summary>
    Sending,

    /// <summary>已接收: the platform took it; it does not show it yet.</summary>
    Accepted,

    /// <summary>已显示</summary>
    Shown,

    /// <summary>需人工处理: refused for a reason that sending again cannot mend.</summary>
    NeedsPerson,

    /// <summary>已搁置</summary>
    Parked,
}

/// <summary>推送: one section of one record on its way to one platform, written in the transaction of the step that approved it. Never deleted.</summary>
public sealed class PushMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Destination Destination { get; init; }

    public required Guid RecordId { get; init; }

    public required Guid ApplicationId { get; init; }

    public required Guid EnterpriseId { get; init; }

    public required string ProjectNumber { get; init; }

    public required string ProjectName { get; init; }

    public required string CityCode { get; init; }

    public required Sections Section { get; init; }

    /// <summary>Revision of the record's section it carries.</summary>
    public required int Revision { get; init; }

    /// <summary>The place in the record's line; nothing overtakes.</summary>
    public required int Sequence { get; init; }

    /// <summary>Kept through every retry, so that the platform can tell a repeat from a change.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>What is sent, with personal numbers still sealed; mapped to the standard's names at sending.</summary>
    public required SectionValues Content { get; init; }

    public DataGrade? FromGrade { get; init; }

    public required DataGrade Grade { get; init; }

    public required string ContractVersion { get; init; }

    public required DateTime CreatedAt { get; init; }

    public PushState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Not before; null when nothing is to be sent or asked any more.</summary>
    public DateTime? NextAttemptAt { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTime? LeaseUntil { get; set; }

    public string? ErrorClass { get; set; }

    public string? Error { get; set; }

    public DateTime? AcceptedAt { get; set; }

    public DateTime? ShownAt { get; set; }

    public int Version { get; set; }
}
