using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace PerformanceRecords.Web.Security;

/// <summary>
/// Gives a person the same form token for some minutes instead of sealing a new one for every page: sealing and opening cost as much as the rest
/// of a form. A token belongs to one cookie and one person, so it is remembered for exactly those two; whether a posted one is genuine is
/// always asked of the framework.
/// </summary>
internal sealed class KeptFormTokens(IAntiforgery inner, IMemoryCache cache, IOptions<AntiforgeryOptions> options) : IAntiforgery
{
    private static readonly TimeSpan Remember = TimeSpan.FromMinutes(5);

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext)
    {
        if (httpContext.Request.Cookies[options.Value.Cookie.Name!] is not { Length: > 0 } cookie)
        {
            return inner.GetAndStoreTokens(httpContext);
        }

        var key = (typeof(KeptFormTokens), cookie, httpContext.User.FindFirstValue(ClaimTypes.NameIdentifier));
        if (cache.TryGetValue(key, out AntiforgeryTokenSet? kept) && kept is not null)
        {
            // as the framework does where a token goes out
            httpContext.Response.Headers.CacheControl = "no-cache, no-store";
            httpContext.Response.Headers.Pragma = "no-cache";
            return kept;
        }

        var tokens = inner.GetAndStoreTokens(httpContext);
        // a cookie token goes with it only where the cookie that came was no good
        return tokens.CookieToken is null ? cache.Set(key, tokens, Remember) : tokens;
    }

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => inner.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => inner.IsRequestValidAsync(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => inner.ValidateRequestAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext) => inner.SetCookieTokenAndHeader(httpContext);
}

/// <summary>Puts <see cref="KeptFormTokens"/> in front of the framework's own.</summary>
internal static class KeptFormTokensServices
{
    public static void KeepFormTokens(this IServiceCollection services)
    {
        var framework = services.Last(s => s.ServiceType == typeof(IAntiforgery));
        services.AddSingleton<IAntiforgery>(provider => new KeptFormTokens(
            (IAntiforgery)ActivatorUtilities.CreateInstance(provider, framework.ImplementationType!),
            provider.GetRequiredService<IMemoryCache>(),
            provider.GetRequiredService<IOptions<AntiforgeryOptions>>()));
    }
}
