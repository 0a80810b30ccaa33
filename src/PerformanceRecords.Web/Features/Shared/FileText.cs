using System.Globalization;
using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>How a file is spoken of.</summary>
public static class FileText
{
    public static string Size(long bytes) => bytes switch
    {
        >= 1024 * 1024 => (bytes / 1048576.0).ToString("0.0 MB", CultureInfo.InvariantCulture),
        >= 1024 => (bytes / 1024.0).ToString("0 KB", CultureInfo.InvariantCulture),
        _ => $"{bytes} 字节",
    };

    /// <summary>PDF, OFD, JPG, PNG: what it is, not what its name says.</summary>
    public static string Kind(EvidenceFile file) => file.ContentType switch
    {
        "application/pdf" => "PDF",
        "application/ofd" => "OFD",
        "image/jpeg" => "JPG",
        "image/png" => "PNG",
        _ => "文件",
    };

    /// <summary>Browsers show it themselves.</summary>
    public static bool MayBeShown(EvidenceFile file) => file.ContentType != "application/ofd";

    /// <summary>9f2c…41ab</summary>
    public static string Digest(string sha256) => $"{sha256[..4]}…{sha256[^4..]}";

    public static string Url(EvidenceFile file) => $"/applications/{file.ApplicationId}/evidence/{file.Id}";
}
