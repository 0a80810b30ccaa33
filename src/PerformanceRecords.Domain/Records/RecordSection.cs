namespace PerformanceRecords.Domain.Records;

/// <summary>One section of a record: its approved content here, and separately what the national platform shows of it.</summary>
public sealed class RecordSection
{
    public required Guid RecordId { get; init; }

    public required Sections Section { get; init; }

    public SectionValues Values { get; private set; } = new();

    public int Revision { get; private set; }

    /// <summary>The application that brought the content.</summary>
    public Guid ApplicationId { get; private set; }

    /// <summary>审核完成: when the content was approved here.</summary>
    public DateTime ApprovedAt { get; private set; }

    /// <summary>The grade the next push asks for.</summary>
    public DataGrade Grade { get; private set; } = DataGrade.C;

    /// <summary>部平台已显示: since when the national platform shows the section.</summary>
    public DateTime? ShownAt { get; private set; }

    /// <summary>The grade at which the national platform shows it.</summary>
    public DataGrade? ShownGrade { get; private set; }

    /// <summary>The revision the national platform shows; lower than <see cref="Revision"/> while a newer one is on its way.</summary>
    public int? ShownRevision { get; private set; }

    internal void Land(SectionValues values, Guid applicationId, DateTime now)
    {
        Values = values;
        ApplicationId = applicationId;
        ApprovedAt = now;
        Revision++;
    }

    /// <summary>A grade is only raised, never lowered by accident.</summary>
    public void Raise(DataGrade grade)
    {
        if (grade > Grade)
        {
            Grade = grade;
        }
    }

    /// <summary>The national platform was seen to show a revision at a grade.</summary>
    public void Seen(int revision, DataGrade grade, DateTime at)
    {
        if (ShownRevision is null || revision > ShownRevision)
        {
            ShownRevision = revision;
            ShownAt = at;
        }

        ShownGrade = grade;
    }
}
