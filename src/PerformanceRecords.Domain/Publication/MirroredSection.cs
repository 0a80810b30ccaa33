using System.ComponentModel.DataAnnotations;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Publication;

/// <summary>How what the national platform shows differs from what it was seen to take.</summary>
public enum Drift
{
    [Display(Name = "一致")]
    None,

    [Display(Name = "内容不一致")]
    Changed,

    [Display(Name = "等级不一致")]
    Grade,

    [Display(Name = "部平台不再显示")]
    Gone,
}

/// <summary>部平台镜像: what the national platform showed of one section of one record when it was last asked.</summary>
public sealed class MirroredSection
{
    public required Guid RecordId { get; init; }

    public required Sections Section { get; init; }

    /// <summary>When it was last asked.</summary>
    public DateTime SeenAt { get; private set; }

    /// <summary>What it showed, in our fields; empty where it showed nothing.</summary>
    public SectionValues Values { get; private set; } = new();

    public DataGrade? Grade { get; private set; }

    /// <summary>Our revision that it was compared with.</summary>
    public int Revision { get; private set; }

    public Drift Drift { get; private set; }

    /// <summary>Since when it drifts, as far as we saw.</summary>
    public DateTime? DriftSince { get; private set; }

    /// <summary>Notes a look; true when it began to drift, or drifts otherwise than before.</summary>
    /// <param name="asBefore">It shows the same content as at the last look; that it is sealed otherwise each time is no difference.</param>
    public bool See(SectionValues values, bool asBefore, DataGrade? grade, int revision, Drift drift, DateTime now)
    {
        var news = drift != Drift.None && (Drift != drift || !asBefore || Grade != grade);
        DriftSince = drift == Drift.None ? null : DriftSince ?? now;
        (SeenAt, Grade, Revision, Drift) = (now, grade, revision, drift);
        Values = asBefore ? Values : values;
        return news;
    }
}

/// <summary>夜间核对: one night's comparison of everything shown, shared by all instances and taken up again where it stopped.</summary>
public sealed class MirrorRun
{
    /// <summary>The day in China it belongs to.</summary>
    public required DateOnly Day { get; init; }

    public required DateTime StartedAt { get; init; }

    public DateTime? FinishedAt { get; set; }

    public string? LeaseOwner { get; set; }

    public DateTime? LeaseUntil { get; set; }

    /// <summary>The last record that was compared.</summary>
    public Guid? After { get; set; }

    public int Records { get; set; }

    public int Drifted { get; set; }
}
