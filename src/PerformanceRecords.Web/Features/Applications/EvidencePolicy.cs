using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>What a browser may do with an uploaded file: show it, and nothing else. It is a stranger's content under the portal's address.</summary>
internal static class EvidencePolicy
{
    private const string Nothing = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    // browsers refuse to open their PDF viewer inside a sandbox; the viewer is one itself
    public static string Of(EvidenceFile file) => file.ContentType switch
    {
        "application/pdf" => $"{Nothing}; object-src 'self'",
        _ => $"{Nothing}; img-src 'self'; sandbox",
    };
}
