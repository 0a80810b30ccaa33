using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace PerformanceRecords.PlatformSandbox.Calls;

/// <summary>
/// Verifies that a call was signed with a known key, lately, and was not seen before. The signed text is, line by line: method,
/// path with query, X-Time, X-Nonce, Idempotency-Key (empty where there is none), lower-case SHA-256 of the body.
/// </summary>
public sealed class SignatureCheck(IOptionsMonitor<SandboxOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTime> nonces = new();
    private DateTime sweptAt;

    /// <summary>The kind of problem, or nothing when the signature holds.</summary>
    public string? Fault(HttpRequest request, byte[] body)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        string keyId = request.Headers["X-Key-Id"].ToString(), time = request.Headers["X-Time"].ToString(), nonce = request.Headers["X-Nonce"].ToString();
        if (keyId.Length == 0 || time.Length == 0 || nonce.Length is < 16 or > 64)
        {
            return "unsigned";
        }

        if (options.CurrentValue.Keys.FirstOrDefault(k => k.Id == keyId) is not { } key)
        {
            return "unknown-key";
        }

        if (!DateTime.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at)
            || (now - at).Duration() > options.CurrentValue.ReplayWindow)
        {
            return "clock-skew";
        }

        var text = string.Join('\n',
            request.Method,
            request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            time,
            nonce,
            request.Headers["Idempotency-Key"].ToString(),
            Convert.ToHexStringLower(SHA256.HashData(body)));
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Secret), Encoding.UTF8.GetBytes(text));
        if (!CryptographicOperations.FixedTimeEquals(expected, Signature(request)))
        {
            return "invalid-signature";
        }

        Sweep(now);
        return nonces.TryAdd(keyId + "/" + nonce, at) ? null : "replayed";
    }

    /// <summary>Nonces seen before a restart must not work again after it.</summary>
    internal void Remember(string keyId, string nonce, DateTime at) => nonces.TryAdd(keyId + "/" + nonce, at);

    private static byte[] Signature(HttpRequest request)
    {
        var text = request.Headers["X-Signature"].ToString();
        var bytes = new byte[32];
        return text.Length == 64 && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : [];
    }

    private void Sweep(DateTime now)
    {
        if (now - sweptAt < TimeSpan.FromMinutes(1))
        {
            return;
        }

        sweptAt = now;
        foreach (var (nonce, at) in nonces)
        {
            if (now - at > options.CurrentValue.ReplayWindow * 2)
            {
                nonces.TryRemove(nonce, out _);
            }
        }
    }
}
