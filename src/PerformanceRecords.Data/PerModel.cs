using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PerformanceRecords.Data;

/// <summary>A set of compiled queries for each model: a compiled query is bound to the first model it runs on, and each provider has its own.</summary>
public sealed class PerModel<TQueries>
    where TQueries : class, new()
{
    private readonly ConcurrentDictionary<IModel, TQueries> sets = new();

    public TQueries For(DbContext db) => sets.GetOrAdd(db.Model, _ => new TQueries());
}
