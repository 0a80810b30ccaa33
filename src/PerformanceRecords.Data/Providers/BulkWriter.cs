using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using PerformanceRecords.Data.Security;

namespace PerformanceRecords.Data.Providers;

/// <summary>
/// Writes the rows that were added to a context table after table, each table through one statement. A SaveChanges orders and words every row by itself, which
/// costs several times more than the rows once there are thousands. What was changed or taken out is left to it.
/// </summary>
public sealed class BulkWriter(AppDbContext db, PersonalNumberSealing sealing)
{
    /// <summary>Writes what was added, inside the transaction that is open; afterwards the context does not know these rows any more.</summary>
    /// <exception cref="DbUpdateException">A row is against a rule of the database.</exception>
    public async Task InsertAddedAsync(CancellationToken cancellation = default)
    {
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Bulk writing needs a transaction that is open.");
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            DetectChanges();
            sealing.SealAll(db);
            var added = db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).ToLookup(e => e.Metadata);
            foreach (var type in InOrder([.. added.Select(g => g.Key)]))
            {
                await InsertAsync(type, [.. added[type]], transaction, cancellation);
            }
        }
        catch (DbException failure)
        {
            throw new DbUpdateException("Rows that were added could not be written.", failure);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    // a row that was added is as it is; only what hangs on it may not be known yet
    private void DetectChanges()
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State != EntityState.Added || e.Metadata.GetNavigations().Any()).ToList())
        {
            entry.DetectChanges();
        }
    }

    // EF compiles four accessors to every property it is asked for, which the first batch after a start waits for; a field is simply read
    private static object? Value(EntityEntry row, IProperty property) =>
        property.FieldInfo is { } field ? field.GetValue(row.Entity) : row.CurrentValues[property];

    private async Task InsertAsync(IEntityType type, List<EntityEntry> rows, DbTransaction transaction, CancellationToken cancellation)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        var properties = type.GetProperties().ToList();
        if (properties.Exists(p => p.ValueGenerated != ValueGenerated.Never && p.ClrType != typeof(Guid)))
        {
            throw new NotSupportedException($"The database makes values of {type.DisplayName()}; save it otherwise.");
        }

        var words = db.GetService<ISqlGenerationHelper>();
        var mappings = properties.ConvertAll(p => p.GetRelationalTypeMapping());
        var names = properties.Select((_, at) => words.GenerateParameterName($"p{at}")).ToList();
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {words.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", properties.Select(p => words.DelimitIdentifier(p.GetColumnName(table)!)))}) VALUES ({string.Join(", ", names)})";
        foreach (var row in rows)
        {
            for (var at = 0; at < properties.Count; at++)
            {
                var parameter = mappings[at].CreateParameter(command, names[at], Value(row, properties[at]), properties[at].IsNullable);
                if (command.Parameters.Count <= at)
                {
                    command.Parameters.Add(parameter);
                }
                else
                {
                    command.Parameters[at] = parameter;
                }
            }

            await command.ExecuteNonQueryAsync(cancellation);
            row.State = EntityState.Detached;
        }
    }

    // what is pointed at goes before what points at it
    private static List<IEntityType> InOrder(List<IEntityType> types)
    {
        var ordered = new List<IEntityType>();
        types.ForEach(Visit);
        return ordered;

        void Visit(IEntityType type)
        {
            if (ordered.Contains(type))
            {
                return;
            }

            foreach (var principal in type.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(p => p != type && types.Contains(p)))
            {
                Visit(principal);
            }

            ordered.Add(type);
        }
    }
}
