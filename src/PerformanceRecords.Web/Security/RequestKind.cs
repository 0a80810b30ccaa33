namespace PerformanceRecords.Web.Security;

/// <summary>Who waits for the answer: a person before a page, or one of the portal's scripts.</summary>
public static class RequestKind
{
    public static bool IsFromScript(this HttpRequest request) =>
        request.Headers.XRequestedWith == "XMLHttpRequest" || request.Headers.ContainsKey("HX-Request");

    public static bool WantsJson(this HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
}
