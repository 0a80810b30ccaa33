using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Records;

/// <summary>One landed change of a section: by which filing, and field by field.</summary>
public sealed record RevisionPage(RecordDetails Details, Actor Actor, SectionDefinition Definition, RevisionLine Line, IReadOnlyList<FieldChange> Changes)
{
    public bool Own => Actor.Level == Level.Enterprise;

    public string ApplicationUrl => RecordPage.UrlOf(Line.ApplicationId, Own);

    public ApplicationType Type => ApplicationTypes.Of(Line.TypeCode);

    /// <summary>The field, with its row where there are several.</summary>
    public string Label(FieldChange change) =>
        Definition.Repeats ? $"第 {(change.NewRow ?? change.OldRow) + 1} 条{Definition.RowNoun} · {change.Field.Label}" : change.Field.Label;
}

/// <summary>历史时点: a record as it was at the end of a day.</summary>
public sealed record AsOfPage(RecordDetails Details, Actor Actor, DateOnly Day, IReadOnlyList<SectionAsOf> Sections)
{
    public bool Own => Actor.Level == Level.Enterprise;
}
