using System.ComponentModel.DataAnnotations;

namespace PerformanceRecords.Web;

/// <summary>What the portal is called and who runs it; section <c>Portal</c> of the configuration.</summary>
public sealed class PortalOptions
{
    [Required]
    public string Name { get; set; } = "勘察设计业绩入库门户";

    [Required]
    public string Platform { get; set; } = "江苏省建筑市场监管与诚信信息一体化平台";

    [Required]
    public string Organiser { get; set; } = "江苏省住房和城乡建设厅";

    /// <summary>The address people reach the portal by; it stands in the QR codes on paper.</summary>
    [Required]
    [Url]
    public string Address { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Opening hours and telephone number at the foot of every page.</summary>
    public string Service { get; set; } = "服务时间 工作日 9:00–17:30";
}
