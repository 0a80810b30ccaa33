using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Web.Features.Shared.Forms;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>One section of a filing, to be filled in.</summary>
/// <param name="Values">As typed, identity numbers open.</param>
/// <param name="Rows">How many entries are offered, empty ones included.</param>
/// <param name="Breaches">What is said beside the fields and on top.</param>
public sealed record SectionPage(FilingDetails Details, FilingSection Section, Organisation Enterprise, SectionValues Values, int Rows, IReadOnlyList<Breach> Breaches)
{
    private FilingTasks? tasks;

    /// <summary>The version the page starts from.</summary>
    public int Version { get; init; }

    /// <summary>Somebody saved a newer one; this is theirs.</summary>
    public Newer? Newer { get; init; }

    public FilingTasks Tasks => tasks ??= FilingTasks.Of(Details);

    public SectionDefinition Definition => Section.Definition;

    public string Url => ApplicationUrls.Section(Details.Application.Id, Definition.Section);

    /// <summary>The field the filing is called after; null where saving this section does not change what it is called.</summary>
    public string? NamedBy => Definition.Section == Sections.Basic && Details.Application.SubmittedAt is null
        ? Definition.PathOf(0, nameof(BasicInfo.PrjName))
        : null;

    public FilingTask Next => Tasks.After(Url);

    public IReadOnlyList<Note> Notes => Breaches.Count == 0 && Newer is null ? Section.Notes : [];

    /// <summary>Headings with their fields, in the order of the form; of the indicators only those that suit the kind of works.</summary>
    public IEnumerable<IGrouping<string, FieldDefinition>> Groups(int row) =>
        Definition.Fields.GroupBy(f => f.Group ?? "").Where(g => Suits(g, row));

    /// <summary>The indicators of other kinds of works, which stay out of the way.</summary>
    public IEnumerable<IGrouping<string, FieldDefinition>> OtherGroups(int row) =>
        Definition.Fields.GroupBy(f => f.Group ?? "").Where(g => !Suits(g, row));

    /// <summary>Which figures are asked depends on the industry, and none is chosen yet.</summary>
    public bool IndustryFirst(int row) => Definition.Section == Sections.Indicators
        && Details.State.Facts.Sector == Sector.OtherIndustry
        && Values[nameof(IndicatorSet.DesignIndustry), row].Length == 0;

    /// <summary>What the figures make of the project, with the threshold that says so.</summary>
    public ScaleHint? Scale(int row) => Definition.Section != Sections.Indicators ? null : ScaleHint.For(Values, row, Around);

    /// <summary>What the national platform holds of this section now; null where the filing is not about a record.</summary>
    public HoldingRow? Holding => Details.State.Type.TakesRecord && Details.State.Record is not null
        ? Holdings.Of(Details.State).Rows.FirstOrDefault(r => r.Section == Definition.Section)
        : null;

    /// <summary>Rows of the record that a correction takes out, as they were.</summary>
    public IEnumerable<ProposedChange> Removed => Changes.Where(c => c.Kind == ChangeKind.Removed);

    public bool IsAdded(int row) => Changes.Any(c => c.Kind == ChangeKind.Added && c.NewRow == row);

    private SectionValues Basic => Details.State.Facts[Sections.Basic] is { IsEmpty: false } filled ? filled : Details.State.Record?[Sections.Basic]?.Values ?? new();

    private IEnumerable<ProposedChange> Changes =>
        Details.State.Facts.Changes.Select(c => c.Change).Where(c => c.Section == Definition.Section);

    private SectionContext Around
    {
        get
        {
            var around = (Details.State.Record?.Sections ?? []).ToDictionary(s => s.Section, s => s.Values);
            foreach (var (section, values) in Details.State.Facts.Sections.Where(s => !s.Value.IsEmpty))
            {
                around[section] = values;
            }

            return new SectionContext(Details.State.Facts.Today, Details.State.Facts.Sector, around);
        }
    }

    private bool Suits(IEnumerable<FieldDefinition> group, int row)
    {
        var industry = Definition.Section == Sections.Indicators ? Values[nameof(IndicatorSet.DesignIndustry), row] : "";
        return Definition.Section != Sections.Indicators
            || group.All(f => IndicatorGroups.All.All(g => g.Group != f.Group))
            || (!IndustryFirst(row) && Fits(group, industry, row));
    }

    private bool Fits(IEnumerable<FieldDefinition> group, string industry, int row) =>
        group.Any(f => IndicatorGroups.Shows(f, Details.State.Facts.Sector, industry.Length > 0 ? industry : null, Values[f.Key, row]));

    public IHtmlContent Field(int row, FieldDefinition field)
    {
        var name = Definition.PathOf(row, field.Key);
        var text = Values[field.Key, row];
        var own = Breaches.Where(b => b.Field == name).ToList();
        var group = field.GroupedBy is { } other ? Values[other, row] : "";
        if (field.Kind == FieldKind.IdNumber && own.Count == 0)
        {
            text = IdNumber.Mask(text);
        }

        if (Definition.Section == Sections.Basic && Details.State.Plan.Settled.Contains(field.Key) && text.Length > 0)
        {
            return FormField.For(field, name, text, own, group) with { ReadOnly = true, Origin = "来自补录申请，端口按此开通" };
        }

        var known = row >= Values.Rows.Count && (Section.Required || row > 0 || Rows > 1)
            ? Prefill.For(Definition.Section, field.Key, Enterprise, Basic)
            : null;
        var later = Details.State.Type.BeforeCompletion && field.Key is nameof(BasicInfo.BDate) or nameof(BasicInfo.EDate);
        var form = FormField.For(field, name, known?.Text ?? text, own, group);
        return form with
        {
            Optional = form.Optional || later,
            Origin = known?.Source,
            Was = Changes.FirstOrDefault(c => c.Kind == ChangeKind.Changed && c.NewRow == row && c.Field?.Key == field.Key)?.Before,
            Hint = field.Key == nameof(IndicatorSet.PrjLevelNum) && Scale(row) is { } scale ? $"按指标推算：{scale.Level}（{scale.Why}），仅供参考" : later ? "还没有的不填" : field.Hint,
        };
    }
}

/// <summary>What someone else saved in the meantime, beside what was typed here.</summary>
/// <param name="Differences">Before is theirs, after is what was typed here.</param>
public sealed record Newer(string ByName, DateTime At, IReadOnlyList<FieldChange> Differences);
