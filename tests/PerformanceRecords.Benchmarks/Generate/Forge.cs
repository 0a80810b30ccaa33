using System.Linq.Expressions;

namespace PerformanceRecords.Benchmarks.Generate;

/// <summary>Gives entities the ids the seed says; the domain gives fresh ones, which would differ from run to run.</summary>
internal static class Forge<T>
{
    private static readonly Action<T, Guid> SetId = Setter("Id");

    public static T WithId(T entity, Guid id)
    {
        SetId(entity, id);
        return entity;
    }

    private static Action<T, Guid> Setter(string property)
    {
        var entity = Expression.Parameter(typeof(T));
        var id = Expression.Parameter(typeof(Guid));
        var setter = typeof(T).GetProperty(property)!.GetSetMethod(nonPublic: true)!;
        return Expression.Lambda<Action<T, Guid>>(Expression.Call(entity, setter, id), entity, id).Compile();
    }
}
