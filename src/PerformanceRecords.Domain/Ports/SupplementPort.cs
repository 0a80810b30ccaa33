using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Ports;

/// <summary>What a port is at a moment.</summary>
public enum PortState
{
    /// <summary>开通中</summary>
    Open,

    /// <summary>已使用: nothing more can be submitted through it, and something was.</summary>
    Used,

    /// <summary>已到期</summary>
    Expired,

    /// <summary>已关闭</summary>
    Closed,
}

/// <summary>补录端口: the province's permission for one enterprise to fill in one project, on the strength of a letter, until a day.</summary>
public sealed class SupplementPort
{
    public const int LongestReason = 500;

    public Guid Id { get; init; } = RowId.New();

    /// <summary>Such as DK-2026-0197.</summary>
    public required string Number { get; init; }

    public required Guid ApplicationId { get; init; }

    public required Guid EnterpriseId { get; init; }

    public required string EnterpriseName { get; init; }

    public required string ProjectName { get; init; }

    public required string CityCode { get; init; }

    public required Sections AllowedSections { get; set; }

    /// <summary>The city's letter it rests on.</summary>
    public Guid? LetterId { get; init; }

    public string? LetterNumber { get; init; }

    public required DateTime OpenedAt { get; init; }

    public required Guid OpenedBy { get; init; }

    public required string OpenedByName { get; init; }

    /// <summary>The last day on which it accepts anything, in China.</summary>
    public required DateOnly ExpiresOn { get; set; }

    /// <summary>可提交次数</summary>
    public int SubmissionsAllowed { get; private set; } = 1;

    public int SubmissionsUsed { get; private set; }

    /// <summary>When the last submission it allows was made.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>When the enterprise was last reminded of it.</summary>
    public DateTime? RemindedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>Why it was closed early or extended; the enterprise receives it.</summary>
    public string? Reason { get; private set; }

    public int Version { get; private set; }

    public PortState StateOn(DateOnly today) =>
        ClosedAt is not null ? PortState.Closed
        : UsedAt is not null ? PortState.Used
        : ExpiresOn >= today ? PortState.Open
        : SubmissionsUsed > 0 ? PortState.Used
        : PortState.Expired;

    public void Use(DateTime now)
    {
        SubmissionsUsed++;
        UsedAt = SubmissionsUsed >= SubmissionsAllowed ? now : null;
        Version++;
    }

    /// <summary>A submission was taken back, and does not count.</summary>
    public void Release()
    {
        SubmissionsUsed = Math.Max(0, SubmissionsUsed - 1);
        UsedAt = null;
        Version++;
    }

    /// <summary>Sections that are not in <paramref name="remaining"/> are closed to writing.</summary>
    public void Narrow(Sections remaining, string reason)
    {
        if (remaining == Sections.None || (remaining & ~AllowedSections) != Sections.None)
        {
            throw new InvalidOperationException($"{remaining} is no part of {AllowedSections}.");
        }

        AllowedSections = remaining;
        Reason = reason;
        Version++;
    }

    public void AllowSubmissions(int count, string reason)
    {
        SubmissionsAllowed = count;
        Reason = reason;
        if (SubmissionsUsed < count)
        {
            UsedAt = null;
        }

        Version++;
    }

    public void Reminded(DateTime now)
    {
        RemindedAt = now;
        Version++;
    }

    public void Extend(DateOnly until, string reason)
    {
        ExpiresOn = until;
        Reason = reason;
        Version++;
    }

    public void Close(string reason, DateTime now)
    {
        ClosedAt = now;
        Reason = reason;
        Version++;
    }
}
