using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Domain.Applications;

/// <summary>办理经过: one act on an application; written once, never changed.</summary>
public sealed class ApplicationEvent
{
    public Guid Id { get; init; } = RowId.New();

    public required Guid ApplicationId { get; init; }

    public required DateTime At { get; init; }

    public required Act Act { get; init; }

    public required Stage From { get; init; }

    public required Stage To { get; init; }

    public required Level Level { get; init; }

    /// <summary>The level whose written decision was only recorded here; null where the actor decided.</summary>
    public Level? OnBehalfOf { get; init; }

    public required Guid UserId { get; init; }

    public required string UserName { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string OrganisationName { get; init; }

    /// <summary>The reason or opinion given.</summary>
    public string? Opinion { get; init; }

    /// <summary>The number of the letter or port the act rests on or brought about.</summary>
    public string? Reference { get; set; }

    /// <summary>The how-manieth submission it belongs to.</summary>
    public required int Submission { get; init; }
}
