using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Web.Printing;

/// <summary>How paper is made; section <c>Printing</c> of the configuration.</summary>
public sealed class PrintingOptions
{
    public const string Section = "Printing";

    /// <summary>False where another instance prints.</summary>
    public bool Runs { get; set; } = true;

    /// <summary>Chromium, Chrome or Edge; left empty it is looked for where they usually are.</summary>
    public string? Chromium { get; set; }

    /// <summary>A renderer that takes longer is killed, and the job comes again later.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the queue is looked at where no signal came, for jobs of other instances and second tries.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>印章: a picture file per organisation, by its full name. Without one the paper leaves room for the stamp.</summary>
    public Dictionary<string, string> Seals { get; set; } = [];
}
