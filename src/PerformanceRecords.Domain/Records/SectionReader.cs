using FluentValidation;
using FluentValidation.Results;

namespace PerformanceRecords.Domain.Records;

/// <summary>One reading of one section: field by field by their definitions, then row by row by the section's rules.</summary>
internal sealed class SectionReader(
    SectionDefinition section, SectionContext context, Func<object> newRow, Func<object, SectionContext, ValidationResult> judge)
{
    private readonly List<Dictionary<string, string>> canonical = [];
    private readonly List<object> rows = [];
    private readonly List<Breach> breaches = [];
    private readonly List<Note> notes = [];

    public SectionReading Read(SectionValues raw)
    {
        var typed = raw.Rows.Where(IsFilled).ToList();
        if (!section.Repeats)
        {
            ReadRow(typed is [var only, ..] ? only : new Dictionary<string, string>());
        }
        else if (typed.Count == 0)
        {
            breaches.Add(new("rows", section.Section.ToString(), $"{section.Title}至少要填一条"));
        }

        else if (typed.Count > section.MaxRows)
        {
            breaches.Add(new("rows", section.Section.ToString(), $"{section.Title}最多填 {section.MaxRows} 条，现在有 {typed.Count} 条"));
        }

        foreach (var row in section.Repeats ? typed : [])
        {
            ReadRow(row);
        }

        RefuseTwins();
        return new(new SectionValues(canonical), rows, breaches, notes);
    }

    private bool IsFilled(IReadOnlyDictionary<string, string> row) =>
        section.Fields.Any(f => row.TryGetValue(f.Key, out var text) && !string.IsNullOrWhiteSpace(text));

    private void ReadRow(IReadOnlyDictionary<string, string> typed)
    {
        var (at, row, texts, wrong) = (rows.Count, newRow(), new Dictionary<string, string>(), new HashSet<string>());
        foreach (var field in section.Fields)
        {
            var reading = new FieldReader(field, texts, context.Today).Read(typed.GetValueOrDefault(field.Key));
            if (reading.Text.Length > 0)
            {
                texts[field.Key] = reading.Text;
            }

            if (reading.IsWrong)
            {
                wrong.Add(field.Key);
                breaches.Add(new(reading.Code!, section.PathOf(at, field.Key), reading.Message!, reading.Suggestion));
            }
            else if (reading.Value is not null)
            {
                field.Set(row, reading.Value);
            }
        }

        rows.Add(row);
        canonical.Add(texts);
        foreach (var failure in judge(row, context).Errors.Where(f => !wrong.Contains(f.PropertyName)))
        {
            Add(failure, section.PathOf(at, failure.PropertyName));
        }
    }

    private void Add(ValidationFailure failure, string path)
    {
        if (failure.Severity == Severity.Error)
        {
            breaches.Add(new(failure.ErrorCode, path, failure.ErrorMessage));
        }
        else
        {
            notes.Add(new(failure.ErrorCode, path, failure.ErrorMessage));
        }
    }

    private void RefuseTwins()
    {
        var keys = section.Fields.Where(f => f.RowKey).ToList();
        var seen = new Dictionary<string, int>();
        for (var at = 0; at < canonical.Count && keys.Count > 0; at++)
        {
            var texts = keys.Select(k => canonical[at].GetValueOrDefault(k.Key, "")).ToList();
            if (texts.Contains(""))
            {
                continue;
            }

            if (!seen.TryAdd(string.Join('\n', texts), at))
            {
                var first = seen[string.Join('\n', texts)];
                breaches.Add(new("twin", section.PathOf(at, keys[0].Key), $"与第 {first + 1} 条{section.RowNoun}重复：{string.Join('、', keys.Select(k => k.Label))}相同，请核对或删去一条"));
            }
        }
    }
}
