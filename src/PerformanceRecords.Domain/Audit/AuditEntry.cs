namespace PerformanceRecords.Domain.Audit;

/// <summary>操作日志: who did what, for whom, when and why. Written in the same transaction, never changed.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = RowId.New();

    public required DateTime At { get; init; }

    public required Guid UserId { get; init; }

    public required string UserName { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string OrganisationName { get; init; }

    /// <summary>Verb and object, such as application.return or account.sign-in.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to, such as an application's id.</summary>
    public required string Subject { get; init; }

    public string? Detail { get; init; }
}
