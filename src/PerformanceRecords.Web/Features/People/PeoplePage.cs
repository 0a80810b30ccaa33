using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Features.Shared.Forms;
using PerformanceRecords.Workflow.Duplicates;

namespace PerformanceRecords.Web.Features.People;

/// <summary>What the search for a person shows.</summary>
public sealed record PeoplePage(Actor Actor)
{
    public const string Path = "/records/people";
    public const string Field = "number";

    public string? Typed { get; init; }

    public IReadOnlyList<Breach> Breaches { get; init; } = [];

    public PersonFound? Found { get; init; }

    public bool Own => Actor.Level == Level.Enterprise;

    public FormField Number => new(Field, "证件号码", Typed)
    {
        Kind = FieldKind.IdNumber,
        MaxLength = 30,
        Hint = "要填完整的号码：居民身份证 18 位，其他证件照原件填写",
        Breaches = Breaches,
    };

    /// <summary>Where the project is looked at.</summary>
    public string UrlOf(PersonFinding finding) =>
        (finding.Subject == KeySubject.Record ? "/records/" : Own ? "/applications/" : "/reviews/") + finding.SubjectId;

    public static Tag KindOf(PersonFinding finding) => finding.Subject == KeySubject.Record ? Tag.Done("业绩") : Tag.Waiting("在办申报");

    public static string DutyOf(PersonFinding finding) => finding.Duty.Length == 0 ? "—" : SectionDefinition.Display(
        SectionDefinitions.Of(Sections.Personnel).Field(nameof(PersonnelMember.PrjDuty))!, finding.Duty);

    public static string PeriodOf(PersonFinding finding) => (finding.BeginsOn, finding.EndsOn) switch
    {
        ({ } begins, { } ends) => $"{DateText.Day(begins)} 至 {DateText.Day(ends)}",
        ({ } begins, null) => $"{DateText.Day(begins)} 起",
        (null, { } ends) => $"至 {DateText.Day(ends)}",
        _ => "—",
    };
}
