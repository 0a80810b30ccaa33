namespace PerformanceRecords.Data;

/// <summary>Something that is looked for by age, again and again, and told once. Several of them, one loop in the host.</summary>
public interface IReminder
{
    /// <summary>Tells what is due; returns how many things that were.</summary>
    Task<int> RemindAsync(CancellationToken cancellation = default);
}
