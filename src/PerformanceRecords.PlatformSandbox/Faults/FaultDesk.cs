namespace PerformanceRecords.PlatformSandbox.Faults;

/// <summary>故障控制: the faults that are switched on, and which of them strike a call.</summary>
public sealed class FaultDesk
{
    private readonly Lock gate = new();
    private readonly List<Fault> faults = [];

    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (gate)
            {
                return [.. faults];
            }
        }
    }

    public void Add(Fault fault)
    {
        lock (gate)
        {
            faults.Add(fault);
        }
    }

    public bool Remove(Guid id)
    {
        lock (gate)
        {
            return faults.RemoveAll(f => f.Id == id) > 0;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            faults.Clear();
        }
    }

    /// <summary>The faults that strike this call, which is null for a sign of life. Queries suffer what is meant for them, and what befalls the whole platform.</summary>
    public IReadOnlyList<Fault> Strike(FaultCall? call, string channel, string? section, string? prjNum)
    {
        lock (gate)
        {
            if (faults.Count == 0)
            {
                return [];
            }

            var struck = faults.Where(f => Concerns(f, call, channel, section, prjNum) && Random.Shared.NextDouble() < f.Probability).ToList();
            foreach (var fault in struck)
            {
                fault.Struck++;
                fault.Remaining--;
            }

            faults.RemoveAll(f => f.Remaining <= 0);
            return struck;
        }
    }

    private static bool Concerns(Fault fault, FaultCall? call, string channel, string? section, string? prjNum)
    {
        if (!Matches(fault.Channel, channel))
        {
            return false;
        }

        if (fault.Call == call)
        {
            return Matches(fault.Section, section) && Matches(fault.PrjNum, prjNum);
        }

        var everywhere = string.IsNullOrEmpty(fault.Section) && string.IsNullOrEmpty(fault.PrjNum);
        return fault.Call == FaultCall.Submit && fault.Kind is FaultKind.Down or FaultKind.RefuseCredentials && everywhere;
    }

    private static bool Matches(string? wanted, string? actual) => string.IsNullOrEmpty(wanted) || wanted == actual;
}
