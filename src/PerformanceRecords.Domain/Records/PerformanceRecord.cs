using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Domain.Records;

/// <summary>业绩: one project of one enterprise in this portal, with what has been approved of it.</summary>
public sealed class PerformanceRecord
{
    private readonly List<RecordSection> sections = [];

    public Guid Id { get; init; } = RowId.New();

    public required Guid EnterpriseId { get; init; }

    public string ProjectName { get; private set; } = "";

    /// <summary>项目编号, 16 digits.</summary>
    public string? ProjectNumber { get; private set; }

    /// <summary>项目代码, 24 characters.</summary>
    public string? ProjectCode { get; private set; }

    /// <summary>建设单位名称</summary>
    public string? OwnerName { get; private set; }

    public string RegionCode { get; private set; } = "";

    public string CityCode { get; private set; } = "";

    public Sector Sector { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime ChangedAt { get; private set; }

    /// <summary>The sequence the next push of this record gets; pushes of one record go out in this order.</summary>
    public int NextPush { get; private set; } = 1;

    public int Version { get; private set; }

    public IReadOnlyList<RecordSection> Sections => sections;

    public RecordSection? this[Sections section] => sections.Find(s => s.Section == section);

    /// <summary>Sections with approved content.</summary>
    public Sections Held => sections.Aggregate(Records.Sections.None, (all, s) => all | s.Section);

    /// <summary>Sections the national platform shows.</summary>
    public Sections ShownNationally => sections.Where(s => s.ShownAt is not null).Aggregate(Records.Sections.None, (all, s) => all | s.Section);

    public void Describe(string projectName, string? projectNumber, string? projectCode, string? ownerName, string regionCode, Sector sector)
    {
        ProjectName = projectName;
        ProjectNumber = string.IsNullOrWhiteSpace(projectNumber) ? null : projectNumber;
        ProjectCode = string.IsNullOrWhiteSpace(projectCode) ? null : projectCode;
        OwnerName = string.IsNullOrWhiteSpace(ownerName) ? null : ownerName;
        RegionCode = regionCode;
        CityCode = Jurisdiction.RegionAt(Level.City, regionCode);
        Sector = sector;
    }

    /// <summary>Takes approved content over, and says which revision it became. Unchanged content makes no revision.</summary>
    public RecordRevision? Land(Sections section, SectionValues values, Guid applicationId, string byName, DateTime now)
    {
        var held = this[section];
        if (held is null)
        {
            held = new RecordSection { RecordId = Id, Section = section };
            sections.Add(held);
        }
        else if (held.Values.Equals(values))
        {
            return null;
        }

        held.Land(values, applicationId, now);
        ChangedAt = now;
        Version++;
        return new RecordRevision
        {
            RecordId = Id,
            Section = section,
            Revision = held.Revision,
            Values = values,
            ApplicationId = applicationId,
            At = now,
            ByName = byName,
        };
    }

    /// <summary>Hands out the next place in the record's line of pushes.</summary>
    public int TakePushNumber()
    {
        Version++;
        return NextPush++;
    }
}
