using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Workflow.Duplicates;

/// <summary>Keeps the keys by which filings, records and permits of one project, and persons, are found again. Writes within the caller's unit of work.</summary>
public sealed class SubjectIndex(AppDbContext db, PersonalNumbers numbers)
{
    private const string ResidentCard = "1";

    public async Task NoteProjectAsync(KeySubject subject, Guid id, ProjectIdentity project, CancellationToken cancellation)
    {
        var kept = await db.ProjectKeys.Where(k => k.SubjectId == id).ToListAsync(cancellation);
        var keys = project.Keys().ToHashSet();
        db.ProjectKeys.RemoveRange(kept.Where(k => !keys.Contains((k.Kind, k.Value))));
        keys.ExceptWith(kept.Select(k => (k.Kind, k.Value)));
        Add(subject, id, keys);
    }

    /// <summary>The same for something that has no keys yet.</summary>
    public void AddProject(KeySubject subject, Guid id, ProjectIdentity project) => Add(subject, id, project.Keys());

    /// <param name="sections">The personnel, and the sections that say when they worked.</param>
    public async Task NotePeopleAsync(KeySubject subject, Guid id, IReadOnlyDictionary<Sections, SectionValues> sections, CancellationToken cancellation)
    {
        db.PersonKeys.RemoveRange(await db.PersonKeys.Where(k => k.SubjectId == id).ToListAsync(cancellation));
        var people = sections.GetValueOrDefault(Sections.Personnel) ?? new();
        var (begins, ends) = PeriodOf(sections);
        for (var row = 0; row < people.Rows.Count; row++)
        {
            var number = numbers.Open(people[nameof(PersonnelMember.IDCard), row]);
            var name = people[nameof(PersonnelMember.UserName), row];
            if (number.Length == 0 || name.Length is 0 or > 50
                || (people[nameof(PersonnelMember.IDCardTypeNum), row] is "" or ResidentCard && IdNumber.Problem(IdNumber.Normalize(number)) is not null))
            {
                continue;
            }

            db.PersonKeys.Add(new PersonKey
            {
                Subject = subject,
                SubjectId = id,
                Row = row,
                Hash = numbers.BlindIndexOf(number),
                UserName = name,
                Duty = people[nameof(PersonnelMember.PrjDuty), row] is { Length: <= 10 } duty ? duty : "",
                BeginsOn = begins,
                EndsOn = ends,
            });
        }
    }

    /// <summary>From the first contract to the last drawing review; where one of them is missing, the works say it.</summary>
    public static (DateOnly? Begins, DateOnly? Ends) PeriodOf(IReadOnlyDictionary<Sections, SectionValues> sections)
    {
        var signed = Dates(sections, Sections.Contract, nameof(Contract.ContractDate)).ToList();
        var reviewed = Dates(sections, Sections.DrawingReview, nameof(DrawingReview.CensorEDate)).ToList();
        DateOnly? begun = Dates(sections, Sections.Basic, nameof(BasicInfo.BDate)).Cast<DateOnly?>().FirstOrDefault();
        DateOnly? finished = Dates(sections, Sections.Basic, nameof(BasicInfo.EDate)).Cast<DateOnly?>().FirstOrDefault();
        return (signed.Count > 0 ? signed.Min() : begun, reviewed.Count > 0 ? reviewed.Max() : finished);
    }

    private static IEnumerable<DateOnly> Dates(IReadOnlyDictionary<Sections, SectionValues> sections, Sections section, string key) =>
        from row in (sections.GetValueOrDefault(section) ?? new()).Rows
        let date = DateOnly.TryParseExact(row.GetValueOrDefault(key, ""), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found : (DateOnly?)null
        where date is not null
        select date.Value;

    private void Add(KeySubject subject, Guid id, IEnumerable<(ProjectKeyKind Kind, string Value)> keys) =>
        db.ProjectKeys.AddRange(keys.Select(k => new ProjectKey { Subject = subject, SubjectId = id, Kind = k.Kind, Value = k.Value }));
}
