using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PerformanceRecords.Benchmarks.Bulk;

/// <summary>The columns of an entity's table and how to read each from an entity, as the mapping says: nothing here repeats the schema.</summary>
internal sealed class BulkColumns<T>
    where T : class
{
    private readonly Func<T, object?>[] readers;

    public BulkColumns(DbContext db)
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T).Name} is not mapped.");
        var properties = entity.GetProperties().ToArray();
        Table = entity.GetTableName()!;
        Names = [.. properties.Select(p => p.GetColumnName())];
        readers = [.. properties.Select(Reader)];
    }

    public string Table { get; }

    public IReadOnlyList<string> Names { get; }

    public string QuotedTable => Quote(Table);

    public string QuotedNames => string.Join(", ", Names.Select(Quote));

    /// <summary>What the row of an entity holds, in the order of <see cref="Names"/>.</summary>
    public object?[] RowOf(T entity)
    {
        var row = new object?[readers.Length];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = readers[i](entity);
        }

        return row;
    }

    public static string Quote(string name) => '"' + name + '"';

    private static Func<T, object?> Reader(IProperty property)
    {
        var member = (MemberInfo?)property.PropertyInfo ?? property.FieldInfo
            ?? throw new InvalidOperationException($"{typeof(T).Name}.{property.Name} is kept in no member.");
        var entity = Expression.Parameter(typeof(T));
        var read = Expression.Lambda<Func<T, object?>>(Expression.Convert(Expression.MakeMemberAccess(entity, member), typeof(object)), entity).Compile();
        var toColumn = property.GetTypeMapping().Converter?.ConvertToProvider;
        return toColumn is null ? read : value => read(value) is { } filled ? toColumn(filled) : null;
    }
}
