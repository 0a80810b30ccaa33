using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Domain.Publication;

/// <summary>A platform outside that this portal publishes to.</summary>
public enum Destination
{
    /// <summary>部平台</summary>
    [Display(Name = "部平台")]
    NationalPlatform,

    /// <summary>政务网</summary>
    [Display(Name = "政务网")]
    ServiceNetwork,
}
