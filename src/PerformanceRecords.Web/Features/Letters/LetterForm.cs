using System.ComponentModel.DataAnnotations;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Workflow.Letters;

namespace PerformanceRecords.Web.Features.Letters;

/// <summary>What a hand sends: the text of a draft, a remark, a case to take in or out.</summary>
public sealed class LetterForm
{
    public int Version { get; set; }

    public string? Title { get; set; }

    public string? Addressee { get; set; }

    /// <summary>Null where no text was sent along; empty where it was emptied.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Body { get; set; }

    public LetterLayout? Layout { get; set; }

    public string? CopyTo { get; set; }

    public string? Note { get; set; }

    public string? Remark { get; set; }

    public string? Reason { get; set; }

    public Guid Case { get; set; }

    public LetterDraft Draft => new(Title ?? "", Addressee ?? "", Body ?? "", Layout, CopyTo, Note);
}
