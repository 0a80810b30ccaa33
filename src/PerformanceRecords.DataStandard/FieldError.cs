namespace PerformanceRecords.DataStandard;

/// <summary>One fault in what was sent, as the platform answers it.</summary>
/// <param name="Row">Row counted from 1; 0 for the fields above the rows.</param>
/// <param name="Field">Field of the data standard.</param>
/// <param name="Code">Stable name of the fault.</param>
/// <param name="Message">For people, in Chinese.</param>
public sealed record FieldError(int Row, string Field, string Code, string Message);
