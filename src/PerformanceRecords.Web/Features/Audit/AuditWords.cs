using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Audit;

namespace PerformanceRecords.Web.Features.Audit;

/// <summary>Actions of the audit log in Chinese. One that is not known yet is shown as it is kept.</summary>
public static class AuditWords
{
    private const string Steps = "application.";

    /// <summary>What can be asked for: everything done to one kind of thing.</summary>
    public static IReadOnlyList<(string Prefix, string Name)> Kinds { get; } =
    [
        ("application.", "申报与审核"), ("letter.", "函件"), ("template.", "函件模板"), ("sheet.", "信息表"), ("port.", "补录端口"), ("permit.", "施工许可"), ("push.", "推送"), ("person.", "人员查询"),
        ("enterprise.", "企业注册"), ("organisation.", "单位"), ("account.", "账号"), ("account.sign-", "登录与退出"),
    ];

    public static string Of(string action) => action switch
    {
        "application.Start" => "新建申报",
        "application.Reconfirm" => "重新确认改动",
        "letter.Draft" => "拟稿",
        "letter.Save" => "保存函件草稿",
        "letter.SendForSignature" => "函件送签",
        "letter.SendBack" => "函件退回拟稿人",
        "letter.Sign" => "签发函件",
        "letter.Discard" => "作废函件",
        "letter.Cover" => "函件加入申报",
        "letter.Uncover" => "函件移出申报",
        "letter.Reset" => "还原为模板文字",
        "letter.Withdraw" => "收回函件",
        "letter.Scan" => "上传盖章扫描件",
        "template.Save" => "修改函件模板",
        "sheet.Filing" => "打印申报信息表",
        "sheet.Issue" => "出具业绩信息表",
        "port.Narrow" => "缩小端口范围",
        "port.Allow" => "调整可提交次数",
        "port.Remind" => "提醒填报",
        "port.Refused" => "拒绝端口外的填写",
        "push.repair" => "重新推送不一致的内容",
        "push.resend" => "重发",
        "push.park" => "搁置推送",
        "push.release" => "恢复推送",
        "push.close-fuse" => "恢复通道",
        "push.probe" => "试探平台",
        "port.Extend" => "端口延期",
        "port.Close" => "提前关闭端口",
        "permit.Enter" => "录入施工许可",
        "permit.Join" => "认领施工许可",
        "permit.SetAside" => "搁置施工许可",
        "permit.PutBack" => "放回施工许可",
        "person.Search" => "按证件号查人员",
        "enterprise.register" => "企业注册",
        "enterprise.confirm" => "确认企业注册",
        "enterprise.refuse" => "不予确认企业注册",
        "enterprise.change" => "修改企业信息",
        "organisation.add" => "新增单位",
        "organisation.change" => "修改单位",
        "account.add" => "新增账号",
        "account.change" => "修改账号",
        "account.password" => "修改密码",
        "account.reset-password" => "重置密码",
        "account.one-time-password" => "发一次性密码",
        "account.disable" => "停用账号",
        "account.enable" => "启用账号",
        "account.unlock" => "解除锁定",
        "account.appoint" => "设为本单位管理员",
        "account.dismiss" => "取消本单位管理员",
        "account.sign-in" => "登录",
        "account.sign-in-failed" => "登录失败",
        "account.sign-in-locked" => "登录锁定",
        "account.sign-out" => "退出登录",
        _ when action.StartsWith(Steps, StringComparison.Ordinal) && Enum.TryParse<Act>(action[Steps.Length..], out var act) => act.Chinese(),
        _ => action,
    };

    /// <summary>What was kept beside the action, in words where it was kept as a code or an id.</summary>
    public static string? DetailOf(AuditEntry entry) => entry.Action switch
    {
        "application.Start" => ApplicationTypes.Find(entry.Detail ?? "")?.Title ?? entry.Detail,
        "letter.Cover" or "letter.Uncover" => $"申报 {entry.Detail?[^6..]}",
        "permit.Join" => $"{entry.Detail?.Split(',').Length ?? 0} 件申报",
        _ => entry.Detail,
    };

    /// <summary>Where the subject can be looked at by who reads along.</summary>
    public static string? UrlOf(string action, string subject) =>
        !Guid.TryParse(subject, out _) ? null
        : action.StartsWith("application.", StringComparison.Ordinal) ? $"/reviews/{subject}"
        : action.StartsWith("letter.", StringComparison.Ordinal) ? $"/letters/{subject}"
        : action.StartsWith("port.", StringComparison.Ordinal) ? $"/ports/{subject}"
        : action.StartsWith("permit.", StringComparison.Ordinal) ? $"/permits/{subject}"
        : null;
}
