using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Data.Security;

/// <summary>Seals every identity number in every section's content on its way to the database, so that no writer can forget to.</summary>
public sealed class PersonalNumberSealing(PersonalNumbers numbers) : SaveChangesInterceptor
{
    private static readonly HashSet<string> SealedKeys =
    [
        .. SectionDefinitions.All.SelectMany(s => s.Fields).Where(f => f.Kind == FieldKind.IdNumber).Select(f => f.Key),
    ];

    private static readonly ConcurrentDictionary<IEntityType, IProperty[]> Holding = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        SealAll(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        SealAll(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public static bool Covers(string fieldKey) => SealedKeys.Contains(fieldKey);

    // few kinds of rows hold sections, and thousands of others may be saved with them
    private static IProperty[] HoldingSections(IEntityType type) =>
        [.. type.GetProperties().Where(p => p.ClrType == typeof(SectionValues) || p.ClrType == typeof(IReadOnlyDictionary<Sections, SectionValues>))];

    private SectionValues Seal(SectionValues values) =>
        values.Map((key, text) => SealedKeys.Contains(key) ? numbers.Seal(text) : text);

    /// <summary>Seals what a context is about to write.</summary>
    public void SealAll(DbContext? context)
    {
        foreach (var entry in context!.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var property in Holding.GetOrAdd(entry.Metadata, HoldingSections))
            {
                SealProperty(entry.Property(property));
            }
        }
    }

    private void SealProperty(PropertyEntry property)
    {
        switch (property.CurrentValue)
        {
            case SectionValues values when HasPlain(values):
                property.CurrentValue = Seal(values);
                break;
            case IReadOnlyDictionary<Sections, SectionValues> sections when sections.Values.Any(HasPlain):
                property.CurrentValue = sections.ToDictionary(s => s.Key, s => Seal(s.Value));
                break;
        }
    }

    private static bool HasPlain(SectionValues values) =>
        values.Rows.Any(row => row.Any(f => f.Value.Length > 0 && SealedKeys.Contains(f.Key) && !PersonalNumbers.IsSealed(f.Value)));
}
