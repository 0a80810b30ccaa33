using System.ComponentModel.DataAnnotations;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Permits;

/// <summary>Where a permit from outside stands.</summary>
public enum PermitState
{
    /// <summary>待认领: no registered contract matches it yet.</summary>
    [Display(Name = "待匹配")]
    Waiting,

    /// <summary>It released the filings that waited for it.</summary>
    [Display(Name = "已匹配")]
    Matched,

    /// <summary>A person said that nothing here waits for it.</summary>
    [Display(Name = "已搁置")]
    SetAside,
}

/// <summary>到达的施工许可: a construction permit sent by another system or entered by a bureau. Never deleted.</summary>
public sealed class InboundPermit
{
    private InboundPermit()
    {
    }

    public Guid Id { get; private set; } = RowId.New();

    /// <summary>The sending system, or the bureau that entered it.</summary>
    public string Sender { get; private set; } = "";

    /// <summary>The sender's own number; with the sender it makes a permit known again.</summary>
    public string SenderNumber { get; private set; } = "";

    /// <summary>SHA-256 of what was sent, so that a repeat is told from a change.</summary>
    public string Digest { get; private set; } = "";

    public DateTime ReceivedAt { get; private set; }

    public string PermitNumber { get; private set; } = "";

    public DateOnly IssuedOn { get; private set; }

    public string ProjectName { get; private set; } = "";

    public string? ProjectNumber { get; private set; }

    public string? ProjectCode { get; private set; }

    public string OwnerName { get; private set; } = "";

    public string RegionCode { get; private set; } = "";

    public string CityCode { get; private set; } = "";

    /// <summary>One a line.</summary>
    public string ContractNumbers { get; private set; } = "";

    /// <summary>The permit as the record's section.</summary>
    public SectionValues Values { get; private set; } = new();

    public PermitState State { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? DecidedByName { get; private set; }

    public string? Remark { get; private set; }

    public int Version { get; private set; }

    public ProjectIdentity Identity => new(ProjectNumber ?? "", ProjectCode ?? "", ProjectName, OwnerName, ContractNumbers.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    public static InboundPermit Arrive(string sender, string senderNumber, string digest, ProjectIdentity project, string regionCode, SectionValues values, DateOnly issuedOn, DateTime now) => new()
    {
        Sender = sender,
        SenderNumber = senderNumber,
        Digest = digest,
        ReceivedAt = now,
        PermitNumber = values[nameof(ConstructionPermit.ProvinceLicenceNo)],
        IssuedOn = issuedOn,
        ProjectName = project.Name,
        ProjectNumber = project.Number.Length == 0 ? null : project.Number,
        ProjectCode = project.Code.Length == 0 ? null : project.Code,
        OwnerName = project.Owner,
        RegionCode = regionCode,
        CityCode = Jurisdiction.RegionAt(Level.City, regionCode),
        ContractNumbers = string.Join('\n', project.Contracts),
        Values = values,
        Version = 1,
    };

    public void Match(string byName, DateTime now) => Decide(PermitState.Matched, byName, null, now);

    public void SetAside(string byName, string remark, DateTime now) => Decide(PermitState.SetAside, byName, remark, now);

    /// <summary>放回: it waits again.</summary>
    public void PutBack(string byName, DateTime now) => Decide(PermitState.Waiting, byName, null, now);

    private void Decide(PermitState state, string byName, string? remark, DateTime now)
    {
        (State, DecidedByName, Remark, DecidedAt) = (state, byName, remark, now);
        Version++;
    }
}

/// <summary>A filing a permit released.</summary>
public sealed class PermitMatch
{
    public required Guid PermitId { get; init; }

    public required Guid ApplicationId { get; init; }

    public required DateTime At { get; init; }

    public required string ByName { get; init; }

    /// <summary>Why they belong together, in words.</summary>
    public required string Reason { get; init; }
}
