using System.ComponentModel.DataAnnotations;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync;

/// <summary>How the portal talks to the platforms outside; configuration section "Sync".</summary>
public sealed class SyncOptions : IValidatableObject
{
    public const string Section = "Sync";

    public PlatformOptions NationalPlatform { get; set; } = new();

    public PlatformOptions ServiceNetwork { get; set; } = new();

    /// <summary>Whether this instance sends at all; a portal behind another sender only queues.</summary>
    public bool Dispatches { get; set; } = true;

    /// <summary>Messages on their way at the same time, per platform.</summary>
    [Range(1, 256)]
    public int Concurrency { get; set; } = 16;

    /// <summary>For how long a claimed message belongs to its instance; afterwards another takes it over and asks the platform first.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often an idle instance looks for what other instances queued, or for what has become due. A message leaves within a second of its approval, so a third of one.</summary>
    public TimeSpan IdleWait { get; set; } = TimeSpan.FromMilliseconds(330);

    /// <summary>Answers missing in a row after which a platform counts as down.</summary>
    [Range(1, 1000)]
    public int FailuresUntilOutage { get; set; } = 6;

    /// <summary>How often a platform that is down is probed.</summary>
    public TimeSpan ProbeInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Waits after the first, second, … trouble that passes by itself; the last one repeats.</summary>
    public IList<TimeSpan> RetryWaits { get; } = [];

    /// <summary>Waits between looks whether the platform shows a section; the last one repeats.</summary>
    public IList<TimeSpan> LookWaits { get; } = [];

    /// <summary>夜间核对: from which hour of the day in China everything shown is compared with what the national platform shows.</summary>
    public TimeSpan MirrorAt { get; set; } = TimeSpan.FromHours(2);

    public PlatformOptions Of(Destination destination) => destination switch
    {
        Destination.NationalPlatform => NationalPlatform,
        Destination.ServiceNetwork => ServiceNetwork,
        _ => throw new ArgumentOutOfRangeException(nameof(destination), destination, null),
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Dispatches)
        {
            yield break;
        }

        foreach (var (name, platform) in new[] { (nameof(NationalPlatform), NationalPlatform), (nameof(ServiceNetwork), ServiceNetwork) })
        {
            if (platform.BaseAddress is not { IsAbsoluteUri: true, Scheme: "http" or "https" } || !platform.BaseAddress.AbsolutePath.EndsWith('/'))
            {
                yield return new ValidationResult($"{Section}:{name}:BaseAddress must be an absolute http(s) address that ends in a slash.");
            }

            if (platform.KeyId.Length == 0 || platform.Secret.Length < 16)
            {
                yield return new ValidationResult($"{Section}:{name} needs a KeyId and a Secret of at least 16 characters.");
            }

            // a message may wait behind another that is asked for and sent; its lease must outlast both, and its own two calls
            if (platform.Timeout <= TimeSpan.Zero || platform.Timeout * 4 > Lease)
            {
                yield return new ValidationResult($"{Section}:{name}:Timeout must be above zero and at most a quarter of {Section}:Lease.");
            }
        }

        if (MirrorAt < TimeSpan.Zero || MirrorAt >= TimeSpan.FromDays(1))
        {
            yield return new ValidationResult($"{Section}:MirrorAt must be a time of day.");
        }

        if (IdleWait <= TimeSpan.Zero || ProbeInterval <= TimeSpan.Zero || RetryWaits.Concat(LookWaits).Any(w => w <= TimeSpan.Zero))
        {
            yield return new ValidationResult($"{Section}: every interval must be above zero.");
        }
    }
}

/// <summary>One platform: where it is and how calls to it are signed.</summary>
public sealed class PlatformOptions
{
    /// <summary>Ends in a slash; the contract's paths are appended.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>密钥编号; changing it together with the secret takes effect without a restart.</summary>
    public string KeyId { get; set; } = "";

    public string Secret { get; set; } = "";

    /// <summary>When the key ends, shown on the desk.</summary>
    public DateOnly? KeyValidUntil { get; set; }

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Keys with which the platform signs its announcements; several are valid at once, so it changes over without a stop. Without any, our own key.</summary>
    public IList<CallbackKey> CallbackKeys { get; } = [];

    internal string? CallbackSecretOf(string keyId) => CallbackKeys.Count > 0
        ? CallbackKeys.FirstOrDefault(k => k.Id == keyId)?.Secret
        : keyId == KeyId ? Secret : null;
}

/// <summary>A key of a platform; the identifier travels, the secret only signs.</summary>
public sealed class CallbackKey
{
    public string Id { get; set; } = "";

    public string Secret { get; set; } = "";
}
