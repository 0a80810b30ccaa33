namespace PerformanceRecords.Domain.Records;

/// <summary>What one text says: its canonical form and value, or why it cannot be read. Unreadable text stays as it was typed.</summary>
internal sealed record FieldReading(string Text, object? Value, string? Code = null, string? Message = null, string? Suggestion = null)
{
    public static readonly FieldReading Blank = new("", null);

    public bool IsWrong => Code is not null;
}
