namespace PerformanceRecords.Domain.Letters;

/// <summary>函件模板: the words a bureau's letters of one kind start with. Never changed; an edit is the next edition.</summary>
public sealed class LetterTemplate
{
    public Guid Id { get; init; } = RowId.New();

    public required Guid OrganisationId { get; init; }

    public required LetterKind Kind { get; init; }

    /// <summary>From 1; 0 stands for the words the portal brings along.</summary>
    public required int Edition { get; init; }

    public required LetterLayout Layout { get; init; }

    public required string Title { get; init; }

    public required string Addressee { get; init; }

    /// <summary>One paragraph a line, facts in braces: {项目数}.</summary>
    public required string Body { get; init; }

    /// <summary>抄送</summary>
    public string? CopyTo { get; init; }

    /// <summary>附注: in brackets below the date, such as whom to ring up.</summary>
    public string? Remark { get; init; }

    public required DateTime SavedAt { get; init; }

    public required Guid SavedBy { get; init; }

    public required string SavedByName { get; init; }
}
