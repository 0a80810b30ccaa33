using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Data;

/// <summary>
/// Which messages the desk lists. A list says here what the filter of its index says, state for state, so that every database sees that the index serves it;
/// IndexTests notice where the two part.
/// </summary>
public static class PushLists
{
    internal static readonly PushState[] UndeliveredStates = [PushState.Waiting, PushState.Sending, PushState.Accepted, PushState.NeedsPerson, PushState.Parked];

    internal static readonly PushState[] WithPeopleStates = [PushState.NeedsPerson, PushState.Parked];

    /// <summary>Everything the platform has not been seen to show.</summary>
    public static IQueryable<PushMessage> Undelivered(this IQueryable<PushMessage> messages) => messages.Where(m =>
        m.State == PushState.Waiting || m.State == PushState.Sending || m.State == PushState.Accepted || m.State == PushState.NeedsPerson || m.State == PushState.Parked);

    /// <summary>What goes on only when a person settles it. One of its states alone is asked for by a parameter, for the same reason.</summary>
    public static IQueryable<PushMessage> WithPeople(this IQueryable<PushMessage> messages) => messages.Where(m =>
        m.State == PushState.NeedsPerson || m.State == PushState.Parked);
}
