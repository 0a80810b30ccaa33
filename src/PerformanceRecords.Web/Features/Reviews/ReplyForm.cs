namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>What comes with a decision that the ministry took on paper: its number and its scan.</summary>
public sealed class ReplyForm
{
    public int Version { get; set; }

    public string? Opinion { get; set; }

    public string? DocumentNumber { get; set; }

    /// <summary>A scan that was uploaded before.</summary>
    public Guid? EvidenceId { get; set; }

    public IFormFile? Scan { get; set; }
}
