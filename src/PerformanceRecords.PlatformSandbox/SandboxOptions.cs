namespace PerformanceRecords.PlatformSandbox;

/// <summary>How the stand-in platforms behave; bound from the configuration section "Sandbox".</summary>
public sealed class SandboxOptions
{
    /// <summary>File of the journal; without one everything is forgotten at the end of the process.</summary>
    public string? Journal { get; set; }

    /// <summary>Accepted data is shown to the public only after this long.</summary>
    public TimeSpan ShowDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>A signed call is refused when its time lies further away than this, and remembered as long against replay.</summary>
    public TimeSpan ReplayWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Contract versions that are understood.</summary>
    public IList<string> ContractVersions { get; } = [];

    /// <summary>Several keys may be valid at once, so a caller can change over without a stop.</summary>
    public IList<SandboxKey> Keys { get; } = [];

    /// <summary>Where results are announced to the caller, ending in a slash; nothing is announced without it. The last key signs.</summary>
    public Uri? CallbackAddress { get; set; }

    internal void AddDefaults()
    {
        if (ContractVersions.Count == 0)
        {
            ContractVersions.Add("2026.1");
        }

        if (Keys.Count == 0)
        {
            Keys.Add(new SandboxKey { Id = "JS-DEV-1", Secret = "development-only-secret-of-the-sandbox" });
        }
    }
}

/// <summary>A caller's key; the identifier travels, the secret only signs.</summary>
public sealed class SandboxKey
{
    public required string Id { get; init; }

    public required string Secret { get; init; }
}
