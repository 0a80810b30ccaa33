namespace PerformanceRecords.Workflow.Queries;

/// <summary>One page of a list that is paged by key: no count, and as fast on the last page as on the first.</summary>
/// <param name="Next">Where the next page starts; null on the last one.</param>
public sealed record Page<TRow, TKey>(IReadOnlyList<TRow> Rows, TKey? Next)
    where TKey : class
{
    /// <param name="found">One row more than a page, where there are more.</param>
    public static Page<TRow, TKey> Of(List<TRow> found, int size, Func<TRow, TKey> keyOf)
    {
        if (found.Count <= size)
        {
            return new(found, null);
        }

        found.RemoveRange(size, found.Count - size);
        return new(found, keyOf(found[^1]));
    }
}
