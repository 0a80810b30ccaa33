using System.Security.Cryptography;
using System.Text;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Workflow.Sheets;

/// <summary>申报信息表: a filing as it was submitted, with its course up to one act, and where what it brought is shown since when. The same gives the same text.</summary>
/// <param name="AsOf">The act; by it the sheet is known to the printer.</param>
/// <param name="Text">In the form of <see cref="SheetText"/>.</param>
public sealed record FilingSheet(Guid ApplicationId, ApplicationEvent AsOf, string ProjectName, string? Number, string Text)
{
    /// <summary>SHA-256 over <see cref="Text"/>, lower-case hexadecimal.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public bool Approved => AsOf.To == Stage.Completed;

    /// <summary>What the paper is worth, said on every page of it.</summary>
    public string Standing => AsOf.To switch
    {
        Stage.Completed => $"{SheetText.Day(AsOf.At)} 审核完成",
        Stage.Rejected or Stage.Abandoned => "已终结，不作为业绩证明",
        _ => "在办，不作为业绩证明",
    };

    /// <summary>Since when the last of it is shown; a paper from before says less.</summary>
    public DateTime? LastShownAt { get; private init; }

    /// <summary>Whether a print is of this sheet.</summary>
    public bool IsOn(PrintJob print) => print.Subject == PrintSubject.FilingSheet && print.SubjectId == AsOf.Id && (LastShownAt is null || print.PrintedAt is null || print.PrintedAt > LastShownAt);

    internal static FilingSheet Of(
        Application application, Submission submission, string enterprise, IEnumerable<EvidenceFile> evidence, IReadOnlyList<ApplicationEvent> events,
        IReadOnlyList<ShownSection> shown, PersonalNumbers numbers)
    {
        var last = events[^1];
        var text = new StringBuilder();
        var sheet = new FilingSheet(application.Id, last, application.ProjectName, application.Number, "") { LastShownAt = shown.Max(s => (DateTime?)s.At) };
        SheetText.Fact(text, "项目名称", application.ProjectName);
        SheetText.Fact(text, "项目编号", application.ProjectNumber ?? "—");
        SheetText.Fact(text, "受理号", application.Number ?? "—");
        SheetText.Fact(text, "办理事项", ApplicationTypes.Of(application.TypeCode).Title);
        if (application.Asked != Sections.None)
        {
            SheetText.Fact(text, "办理环节", application.Asked.InWords());
        }

        if (application.AskedGrade is { } grade)
        {
            SheetText.Fact(text, "申请等级", $"{grade} 级");
        }

        SheetText.Fact(text, "项目所在地", Regions.FullName(application.RegionCode));
        SheetText.Fact(text, "工程类别", application.Sector.Chinese());
        SheetText.Fact(text, "勘察设计企业", enterprise);
        SheetText.Fact(text, "提交", $"{SheetText.Day(submission.At)} 第 {submission.Number} 次");
        SheetText.Fact(text, "现在", $"{SheetText.Day(last.At)} 起 {last.To.Chinese()}");
        SheetText.Fact(text, "效力", sheet.Standing);
        foreach (var where in shown.GroupBy(s => s.Where).OrderBy(g => g.Key))
        {
            SheetText.Fact(text, $"{where.Key.Chinese()}显示", string.Join('；', where.OrderBy(s => s.Section).Select(s => $"{s.Section.InWords()} {s.Grade}级，{SheetText.Day(s.At)} 起")));
        }

        text.Append(SheetText.Line).Append('\n');
        foreach (var definition in SectionDefinitions.All)
        {
            if (submission.Sections.GetValueOrDefault(definition.Section) is { IsEmpty: false } values)
            {
                SheetText.WriteSection(text, definition, numbers.Open(values));
            }
        }

        SheetText.WriteEvidence(text, evidence);
        SheetText.WriteCourse(text, events);
        return sheet with { Text = text.ToString() };
    }
}

/// <summary>A section a filing brought that a platform shows.</summary>
internal sealed record ShownSection(Destination Where, Sections Section, DataGrade Grade, DateTime At);
