using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>One line of the side menu.</summary>
/// <param name="Url">Where it leads; it is the current one while the address begins so.</param>
/// <param name="Count">Which counter of <see cref="NavigationCounts"/> stands behind it.</param>
/// <param name="Hot">Red while the counter is not zero: work that waits for this person.</param>
public sealed record NavigationItem(string Text, string Url, string? Count = null, bool Hot = false);

/// <summary>Lines under a common heading; the first group has none for enterprises.</summary>
public sealed record NavigationGroup(string? Title, params NavigationItem[] Items);

/// <summary>The side menu, per level, in the names the modules go by. A new page gets a line here.</summary>
public static class Navigation
{
    private static readonly NavigationGroup[] Enterprise =
    [
        new(null,
            new("首页", "/"),
            new("我的业绩库", "/records"),
            new("我的申报", "/applications", "applications"),
            new("草稿", "/applications/drafts", "drafts")),
        new("业绩申报",
            new("办理指引", "/guide"),
            new("合同归集", "/applications/new/first-entry"),
            new("业绩补录申请", "/applications/new/supplement"),
            new("工程项目信息补录", "/ports", "ports", Hot: true),
            new("工程项目信息勘误（完善）", "/applications/modules/completion"),
            new("企业资质申报业绩指标库", "/applications/modules/indicator-library"),
            new("行业外工程信息补录", "/applications/new/other-industry"),
            new("数据等级升级", "/applications/new/upgrade"),
            new("告知书", "/letters")),
        new("单位",
            new("单位信息", "/organisation"),
            new("我的账号", "/account")),
    ];

    private static readonly NavigationGroup[] City =
    [
        new("审核工作",
            new("工作台", "/"),
            new("待办审核", "/reviews", "reviews", Hot: true)),
        new("公文与端口",
            new("报省函件", "/letters", "letters"),
            new("补录端口", "/ports")),
        new("业绩数据",
            new("项目库", "/records"),
            new("企业与人员", "/enterprises", "registrations", Hot: true),
            new("待匹配施工许可", "/permits", "permits")),
        Account,
    ];

    private static readonly NavigationGroup[] County =
    [
        new("审核工作",
            new("工作台", "/"),
            new("待办审核", "/reviews", "reviews", Hot: true)),
        new("业绩数据",
            new("项目库", "/records"),
            new("待匹配施工许可", "/permits", "permits")),
        Account,
    ];

    private static readonly NavigationGroup[] Province =
    [
        new("审核工作",
            new("工作台", "/"),
            new("待办审核", "/reviews", "reviews", Hot: true)),
        new("端口与公文",
            new("补录端口", "/ports", "ports"),
            new("来文与函件", "/letters", "letters")),
        new("业绩数据",
            new("项目库", "/records"),
            new("待匹配施工许可", "/permits", "permits"),
            new("推送监控", "/push", "push", Hot: true),
            new("部平台镜像", "/push/mirror", "drift"),
            new("七日时限", "/push/deadlines", "deadlines", Hot: true)),
        Account,
    ];

    private static readonly NavigationGroup[] Ministry =
    [
        new("审核工作",
            new("工作台", "/"),
            new("待办审核", "/reviews", "reviews", Hot: true)),
        new("公文",
            new NavigationItem("来文", "/letters")),
        new("业绩数据",
            new NavigationItem("项目库", "/records")),
        Account,
    ];

    private static readonly NavigationGroup[] Auditor =
    [
        new("查阅",
            new("工作台", "/"),
            new("申报", "/reviews"),
            new("项目库", "/records"),
            new("函件", "/letters"),
            new("补录端口", "/ports"),
            new("施工许可", "/permits"),
            new("推送监控", "/push"),
            new("操作日志", "/audit")),
        Account,
    ];

    private static readonly NavigationGroup[] Administrator =
    [
        new("系统管理",
            new("工作台", "/"),
            new("单位", "/admin/organisations"),
            new("账号", "/admin/users"),
            new("推送监控", "/push"),
            new("操作日志", "/audit")),
        Account,
    ];

    private static NavigationGroup Account => new("个人", new NavigationItem("我的账号", "/account"));

    public static IReadOnlyList<NavigationGroup> For(Level level) => level switch
    {
        Level.Enterprise => Enterprise,
        Level.City => City,
        Level.County => County,
        Level.Province => Province,
        Level.Ministry => Ministry,
        Level.Auditor => Auditor,
        Level.Administrator => Administrator,
        _ => [],
    };

    /// <summary>The line a page belongs to: the one with the longest address the page's own begins with.</summary>
    public static NavigationItem? Current(Level level, string path)
    {
        NavigationItem? best = null;
        foreach (var group in For(level))
        {
            foreach (var item in group.Items)
            {
                if (Begins(path, item.Url) && (best is null || item.Url.Length > best.Url.Length))
                {
                    best = item;
                }
            }
        }

        return best;
    }

    private static bool Begins(string path, string url) =>
        url == "/"
            ? path == "/"
            : path.StartsWith(url, StringComparison.OrdinalIgnoreCase) && (path.Length == url.Length || path[url.Length] == '/');
}
