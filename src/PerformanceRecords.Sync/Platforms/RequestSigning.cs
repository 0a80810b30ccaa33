using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Platforms;

/// <summary>Signs every call as docs/contract/README.md says, with the key that is configured at that moment.</summary>
internal sealed class RequestSigning(Destination destination, IOptionsMonitor<SyncOptions> options, TimeProvider clock) : DelegatingHandler
{
    /// <summary>Digest of the body, where the caller has it already.</summary>
    internal static readonly HttpRequestOptionsKey<string> BodyDigest = new("body-digest");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var platform = options.CurrentValue.Of(destination);
        var digest = request.Options.TryGetValue(BodyDigest, out var known)
            ? known
            : Convert.ToHexStringLower(SHA256.HashData(request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken)));
        var time = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var key = request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.First() : "";
        request.Headers.Add("X-Key-Id", platform.KeyId);
        request.Headers.Add("X-Time", time);
        request.Headers.Add("X-Nonce", nonce);
        request.Headers.Add("X-Signature", Sign(platform.Secret, request.Method.Method, request.RequestUri!.PathAndQuery, time, nonce, key, digest));
        return await base.SendAsync(request, cancellationToken);
    }

    internal static string Sign(string secret, string method, string pathAndQuery, string time, string nonce, string idempotencyKey, ReadOnlySpan<byte> body) =>
        Sign(secret, method, pathAndQuery, time, nonce, idempotencyKey, Convert.ToHexStringLower(SHA256.HashData(body)));

    private static string Sign(string secret, string method, string pathAndQuery, string time, string nonce, string idempotencyKey, string digest)
    {
        var text = string.Join('\n', method, pathAndQuery, time, nonce, idempotencyKey, digest);
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
    }
}
