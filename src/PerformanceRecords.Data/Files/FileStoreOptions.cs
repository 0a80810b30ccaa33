using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Data.Files;

/// <summary>Where uploaded files lie.</summary>
public sealed class FileStoreOptions
{
    public const string Section = "FileStore";

    [Required]
    public string Folder { get; set; } = "App_Data/files";
}
