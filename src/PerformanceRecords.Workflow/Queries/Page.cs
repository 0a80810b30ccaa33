namespace PerformanceRecords.Workflow.Queries;

/// <summary>One page of a list that is paged by key: no count, and as fast on the last page as on the first.</summary>
/// <param name="Next">Where the next page starts; null on the last one.</param>
/// <param name="Previous">Where the page before ends; null on the first one.</param>
public sealed record Page<TRow, TKey>(IReadOnlyList<TRow> Rows, TKey? Next, TKey? Previous = null)
    where TKey : class
{
    /// <param name="found">One row more than a page, where there are more.</param>
    public static Page<TRow, TKey> Of(List<TRow> found, int size, Func<TRow, TKey> keyOf) => Of(found, size, keyOf, PageTurn<TKey>.First);

    /// <param name="found">One row more than a page, where there are more; read backwards, nearest first, where the turn goes back.</param>
    public static Page<TRow, TKey> Of(List<TRow> found, int size, Func<TRow, TKey> keyOf, PageTurn<TKey> turn)
    {
        var more = found.Count > size;
        if (more)
        {
            found.RemoveRange(size, found.Count - size);
        }

        if (turn.Before is not null)
        {
            found.Reverse();
        }

        if (found.Count == 0)
        {
            return new(found, null);
        }

        var (first, last) = (keyOf(found[0]), keyOf(found[^1]));
        return turn switch
        {
            { Before: not null } => new(found, last, more ? first : null),
            { After: not null } => new(found, more ? last : null, first),
            _ => new(found, more ? last : null),
        };
    }
}

/// <summary>Which page is asked for: the first, the one after a row, or the one before a row.</summary>
public sealed record PageTurn<TKey>(TKey? After, TKey? Before)
    where TKey : class
{
    public static PageTurn<TKey> First { get; } = new(null, null);
}
