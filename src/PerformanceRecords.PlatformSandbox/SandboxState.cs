using PerformanceRecords.PlatformSandbox.Calls;
using PerformanceRecords.PlatformSandbox.Facts;

namespace PerformanceRecords.PlatformSandbox;

/// <summary>The two platforms and the log of calls, rebuilt from the journal at start.</summary>
public sealed class SandboxState : IDisposable
{
    public const string National = "national";
    public const string ServiceNetwork = "service-network";
    private readonly Journal journal;

    public SandboxState(string? journalPath, SignatureCheck signatures)
    {
        journal = new Journal(journalPath);
        Platforms =
        [
            new Platform(National, "全国建筑市场监管公共服务平台", journal),
            new Platform(ServiceNetwork, "江苏省综合服务平台（政务网）", journal),
        ];
        Calls = new CallLog(journal);
        foreach (var entry in journal.Replay())
        {
            Apply(entry, signatures);
        }
    }

    public IReadOnlyList<Platform> Platforms { get; }

    public CallLog Calls { get; }

    public Platform Of(string channel) => Platforms.First(p => p.Channel == channel);

    /// <summary>Forgets everything, as before the first call.</summary>
    public void Clear(DateTime now)
    {
        journal.Append(new ClearedEntry(now));
        Empty();
    }

    public void Dispose() => journal.Dispose();

    private void Apply(JournalEntry entry, SignatureCheck signatures)
    {
        switch (entry)
        {
            case FactEntry(var fact):
                Of(fact.Channel).Keep(fact);
                break;
            case AlterationEntry alteration:
                Of(alteration.Channel).Apply(alteration);
                break;
            case CallEntry(var call):
                Calls.Keep(call);
                if (call is { KeyId: { } keyId, Nonce: { } nonce })
                {
                    signatures.Remember(keyId, nonce, call.At);
                }

                break;
            case ClearedEntry:
                Empty();
                break;
            default:
                throw new NotSupportedException($"The journal holds an entry of an unknown kind: {entry.GetType().Name}");
        }
    }

    private void Empty()
    {
        foreach (var platform in Platforms)
        {
            platform.Clear();
        }

        Calls.Clear();
    }
}
