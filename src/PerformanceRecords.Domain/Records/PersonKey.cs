namespace PerformanceRecords.Domain.Records;

/// <summary>人员线索: where a person appears, found by a keyed hash of the identity number; the number itself is not in it.</summary>
public sealed class PersonKey
{
    public required KeySubject Subject { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>Row of the personnel section.</summary>
    public required int Row { get; init; }

    /// <summary>Keyed hash of the identity number, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required string UserName { get; init; }

    /// <summary>承担角色, a code of the standard.</summary>
    public required string Duty { get; init; }

    /// <summary>From the first contract to the drawing review or the end of the works, as far as known.</summary>
    public DateOnly? BeginsOn { get; init; }

    public DateOnly? EndsOn { get; init; }
}
