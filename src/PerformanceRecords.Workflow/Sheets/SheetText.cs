using System.Text;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Workflow.Sheets;

/// <summary>
/// The frozen text of a record sheet. Above the line what anyone may check: the project and what each section stands at. Below it the content,
/// the evidence and the history, in lines that are headings (#), rows (##) or 名称：内容. The same record gives the same text.
/// </summary>
public static class SheetText
{
    public const string Line = "----";

    public static string Write(RecordDetails details, IEnumerable<EvidenceFile> evidence)
    {
        var record = details.Record;
        var text = new StringBuilder();
        void Fact(string name, string? value) => SheetText.Fact(text, name, value);
        Fact("项目名称", record.ProjectName);
        Fact("项目编号", record.ProjectNumber ?? "—");
        Fact("建设单位", record.OwnerName ?? "—");
        Fact("项目所在地", Regions.FullName(record.RegionCode));
        Fact("工程类别", record.Sector.Chinese());
        Fact("勘察设计企业", details.EnterpriseName);
        foreach (var section in details.Sections)
        {
            Fact(section.Definition.Title, StandingOf(section));
        }

        text.Append(Line).Append('\n');
        foreach (var section in details.Sections.Where(s => s.Held is not null))
        {
            WriteSection(text, section.Definition, section.Values);
        }

        WriteEvidence(text, evidence);
        WriteCourse(text, details.Events);
        return text.ToString();
    }

    /// <summary>The lines anyone may see.</summary>
    public static IReadOnlyList<string> Public(string text) => [.. text.Split('\n').TakeWhile(l => l != Line).Where(l => l.Length > 0)];

    /// <summary>What stands below the line.</summary>
    public static IReadOnlyList<string> Content(string text) => [.. text.Split('\n').SkipWhile(l => l != Line).Skip(1).Where(l => l.Length > 0)];

    private static string StandingOf(RecordSectionDetails section) => section.Held switch
    {
        null => "未填报",
        { ShownAt: { } shown, ShownGrade: var grade } held => $"{Day(held.ApprovedAt)} 审核完成；部平台 {Day(shown)} 起显示，{grade}级",
        { } held => $"{Day(held.ApprovedAt)} 审核完成；部平台未显示",
    };

    internal static void Fact(StringBuilder text, string name, string? value) => text.Append(name).Append('：').Append(Flat(value)).Append('\n');

    /// <param name="values">With its numbers open: they are masked here.</param>
    internal static void WriteSection(StringBuilder text, SectionDefinition definition, SectionValues values)
    {
        text.Append("# ").Append(definition.Title).Append('\n');
        for (var row = 0; row < values.Rows.Count; row++)
        {
            if (definition.Repeats)
            {
                text.Append("## ").Append(definition.RowNoun).Append(row + 1).Append('\n');
            }

            foreach (var field in definition.Fields)
            {
                // contacts are no part of a record that goes round on paper
                if (field.Kind != FieldKind.Phone && values[field.Key, row] is { Length: > 0 } value)
                {
                    Fact(text, field.Label, SectionDefinition.Display(field, value) + field.Unit);
                }
            }
        }
    }

    internal static void WriteEvidence(StringBuilder text, IEnumerable<EvidenceFile> evidence)
    {
        text.Append("# 佐证材料\n");
        foreach (var file in evidence.OrderBy(f => f.UploadedAt).ThenBy(f => f.Id))
        {
            Fact(text, EvidenceKind.Find(file.Kind)?.Title ?? file.Kind, $"{file.FileName}（SHA-256 {file.Sha256}）");
        }
    }

    internal static void WriteCourse(StringBuilder text, IEnumerable<ApplicationEvent> events)
    {
        text.Append("# 办理经过\n");
        foreach (var act in events.OrderBy(e => e.At).ThenBy(e => e.Id))
        {
            Fact(text, Day(act.At), $"{act.OrganisationName}{act.Act.Chinese()}{(act.Reference is null ? "" : "，" + act.Reference)}");
        }
    }

    internal static string Day(DateTime utc) => ChinaClock.DateInChina(utc).ToString("yyyy-MM-dd", null);

    private static string Flat(string? value) => (value ?? "").ReplaceLineEndings(" ").Trim();
}
