using PerformanceRecords.PlatformSandbox.Facts;

namespace PerformanceRecords.PlatformSandbox.Calls;

/// <summary>Totals over all calls that wanted to change something.</summary>
/// <param name="SameKey">Submissions of a key that was on file already: harmless repeats.</param>
/// <param name="SameFact">Submissions of content that was on file already under another key: what a careless retry makes.</param>
/// <param name="OutOfOrder">Submissions refused because an earlier section was missing.</param>
public sealed record CallTotals(long Submissions, long Accepted, long SameKey, long SameFact, long OutOfOrder, long Refused, long Queries);

/// <summary>Remembers the newest calls one by one and all of them in totals.</summary>
public sealed class CallLog(Journal journal)
{
    private const int Kept = 5_000;
    private readonly Lock gate = new();
    private readonly Queue<Call> recent = [];
    private CallTotals totals = new(0, 0, 0, 0, 0, 0, 0);

    public CallTotals Totals
    {
        get
        {
            lock (gate)
            {
                return totals;
            }
        }
    }

    public IReadOnlyList<Call> Recent(int limit, string? prjNum = null)
    {
        lock (gate)
        {
            return [.. recent.Reverse().Where(c => prjNum is null || c.PrjNum == prjNum).Take(limit)];
        }
    }

    public void Add(Call call)
    {
        // queries change nothing and come by the thousand; only submissions are worth keeping over a restart
        if (call.Method is "PUT" or "POST")
        {
            journal.Append(new CallEntry(call));
        }

        Keep(call);
    }

    internal void Keep(Call call)
    {
        lock (gate)
        {
            recent.Enqueue(call);
            if (recent.Count > Kept)
            {
                recent.Dequeue();
            }

            totals = Count(call);
        }
    }

    internal void Clear()
    {
        lock (gate)
        {
            recent.Clear();
            totals = new CallTotals(0, 0, 0, 0, 0, 0, 0);
        }
    }

    private CallTotals Count(Call call)
    {
        if (call.Method == "GET")
        {
            return totals with { Queries = totals.Queries + 1 };
        }

        var counted = totals with { Submissions = totals.Submissions + 1 };
        return call.Outcome switch
        {
            "accepted" => counted with { Accepted = counted.Accepted + 1 },
            "same-key" => counted with { SameKey = counted.SameKey + 1 },
            "same-fact" => counted with { SameFact = counted.SameFact + 1 },
            "out-of-order" => counted with { OutOfOrder = counted.OutOfOrder + 1, Refused = counted.Refused + 1 },
            _ => counted with { Refused = counted.Refused + 1 },
        };
    }
}
