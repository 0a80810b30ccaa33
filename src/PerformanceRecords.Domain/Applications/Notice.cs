namespace PerformanceRecords.Domain.Applications;

/// <summary>工作依据: a notice that the source text cites, with its number and title.</summary>
/// <param name="Short">As the routes and evidence rules cite it, such as 412号文.</param>
public sealed record Notice(string Short, string Number, string Title)
{
    public static IReadOnlyList<Notice> All { get; } =
    [
        new("1号文", "苏建规字〔2020〕1号", "关于做好建设工程合同信息要素归集加强建筑市场事中事后监管的通知"),
        new("412号文", "苏建函建管〔2021〕412号", "省住房城乡建设厅关于进一步做好建设工程企业资质申报业绩管理工作的通知"),
        new("352号文", "苏建函建管〔2022〕352号", "省住房城乡建设厅关于建立建设工程企业资质申报业绩指标库有关工作的通知"),
        new("579号文", "苏建函审批〔2023〕579号", "省住房和城乡建设厅关于做好建设工程企业资质审批和延续工作的通知"),
        new("391号文", "建办市函〔2023〕391号", "住房城乡建设部办公厅关于进一步加强全国建筑市场监管公共服务平台项目信息管理的通知"),
    ];

    /// <summary>The notice that something like 412号文附件6 belongs to.</summary>
    public static Notice? Of(string basis) => All.FirstOrDefault(n => basis.StartsWith(n.Short, StringComparison.Ordinal));
}
