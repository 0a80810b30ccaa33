using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Memory;

namespace PerformanceRecords.Web.Security;

/// <summary>
/// Opening a cookie costs more than most pages, and the same one comes with every request; so an opened one is remembered for some seconds.
/// Whether its session still lasts is asked of <see cref="Sessions"/> each time.
/// </summary>
internal sealed class CachedTicketFormat(ISecureDataFormat<AuthenticationTicket> inner, IMemoryCache cache) : ISecureDataFormat<AuthenticationTicket>
{
    private static readonly TimeSpan Remember = TimeSpan.FromSeconds(10);

    public string Protect(AuthenticationTicket data) => inner.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => inner.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null)
        {
            return null;
        }

        var key = ("ticket", protectedText, purpose);
        if (!cache.TryGetValue(key, out AuthenticationTicket? ticket))
        {
            ticket = inner.Unprotect(protectedText, purpose);
            if (ticket is not null)
            {
                cache.Set(key, ticket, Remember);
            }
        }

        return ticket;
    }
}
