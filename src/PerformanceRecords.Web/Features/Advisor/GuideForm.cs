using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications.Advice;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Advice;

namespace PerformanceRecords.Web.Features.Advisor;

/// <summary>The answers in the address of 办理指引; what is not a known value answers nothing.</summary>
public sealed class GuideForm
{
    /// <summary>The value by which people say that the national platform shows nothing.</summary>
    public const string Nothing = nameof(Sections.None);

    private const int LongestKey = 100;

    public string? Key { get; set; }

    public Guid? Record { get; set; }

    /// <summary>The project that the answers below were given for; answers about another one are forgotten.</summary>
    public string? Of { get; set; }

    public string? Wish { get; set; }

    public string? Sector { get; set; }

    public string? Provincial { get; set; }

    public string? Own { get; set; }

    public string[]? National { get; set; }

    public string? Completed { get; set; }

    public string? Inside { get; set; }

    public string? Reviewed { get; set; }

    public string[]? Target { get; set; }

    public string? Raisable { get; set; }

    /// <summary>A project from before 2016.</summary>
    public string? Early { get; set; }

    public string? Grade { get; set; }

    public string Text => Key?.Trim() is { Length: > 0 } key ? key[..Math.Min(key.Length, LongestKey)] : "";

    public DataGrade? DataGrade => EnumNames.Named<DataGrade>(Grade) is { } grade and (Domain.Records.DataGrade.A or Domain.Records.DataGrade.B) ? grade : null;

    public Sections Targets => SectionSets.Named(Target);

    /// <summary>What is known of the project, then what was answered. What the platforms say is not up for an answer.</summary>
    public Situation Situation(ProjectFinding? finding)
    {
        var known = finding?.Known ?? new Situation();
        var same = (Of ?? "") == Text;
        var wish = EnumNames.Named<Wish>(Wish);
        return known with
        {
            Wish = wish,
            Sector = (same ? EnumNames.Named<Sector>(Sector) : null) ?? known.Sector,
            Provincial = known.Provincial ?? Said(same, Provincial),
            OwnRecord = known.OwnRecord ?? Said(same, Own),
            National = known.National ?? (same ? Shown : null),
            Completed = Said(same, Completed) ?? known.Completed,
            InProvince = Said(same, Inside) ?? known.InProvince,
            Reviewed = Said(same, Reviewed) ?? known.Reviewed,
            Target = Targets == Sections.None ? known.Target : Targets,
            Before2016 = known.Before2016 ?? Said(same, Early),
            Raisable = (wish is { } w && Targets != Sections.None ? finding?.Wanting(w, Targets, DataGrade ?? Domain.Records.DataGrade.A).Raisable : null) ?? Said(same, Raisable),
        };
    }

    // the basic information is shown wherever anything is
    private Sections? Shown => National is not { Length: > 0 } ? null : SectionSets.Named(National) is var sections && sections == Sections.None ? Sections.None : sections | Sections.Basic;

    private static bool? Said(bool same, string? text) => !same ? null : text switch { "yes" => true, "no" => false, _ => null };
}
