using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace PerformanceRecords.Web.Features.Api;

/// <summary>The systems that may send construction permits.</summary>
public sealed class PermitApiOptions
{
    public const string Section = "PermitApi";

    public IList<PermitSender> Senders { get; } = [];
}

/// <summary>A sending system; only the hash of its key is kept.</summary>
public sealed class PermitSender
{
    [Required]
    [StringLength(60)]
    public string Name { get; set; } = "";

    /// <summary>SHA-256 of the key, hexadecimal.</summary>
    [Required]
    [RegularExpression("^[0-9a-fA-F]{64}$")]
    public string KeySha256 { get; set; } = "";
}

/// <summary>Knows a sender by its key.</summary>
internal sealed class PermitSenders(IOptionsMonitor<PermitApiOptions> options)
{
    public const string Header = "X-Api-Key";

    public string? Find(string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        // every sender is compared, in constant time, so that the time taken says nothing
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        string? found = null;
        foreach (var sender in options.CurrentValue.Senders)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, Convert.FromHexString(sender.KeySha256)))
            {
                found = sender.Name;
            }
        }

        return found;
    }
}
