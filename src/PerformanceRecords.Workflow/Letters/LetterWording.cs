using PerformanceRecords.Domain.Letters;

namespace PerformanceRecords.Workflow.Letters;

/// <summary>The words a draft starts with, from a bureau's own template or from the portal's.</summary>
public sealed record LetterWording(int Version, LetterLayout Layout, string Title, string Addressee, string Body, string? CopyTo, string? Note)
{
    private const string Notice412 = "《省住房城乡建设厅关于进一步做好建设工程企业资质申报业绩管理工作的通知》（苏建函建管〔2021〕412号）";
    private const string Notice579 = "《省住房和城乡建设厅关于做好建设工程企业资质审批和延续工作的通知》（苏建函审批〔2023〕579号）";

    public static LetterWording Of(LetterTemplate template) =>
        new(template.Edition, template.Layout, template.Title, template.Addressee, template.Body, template.CopyTo, template.Remark);

    /// <summary>What the portal brings along for a kind; a bureau that has written none starts with it.</summary>
    public static LetterWording BuiltIn(LetterKind kind) => kind switch
    {
        LetterKind.SupplementRequest => new(0, LetterLayout.Letter, "{发文机关}关于申请开通勘察设计业绩补录端口的函", "江苏省住房和城乡建设厅",
            $$"""
            根据{{Notice412}}要求，我单位对{企业数}家企业申请补录的{项目数}个项目进行了核实。
            经核实，附件所列项目均在我市行政区域内，经施工图审查合格并已通过竣工验收，全国建筑市场监管公共服务平台和江苏省建筑市场监管与诚信信息一体化平台均无相关信息，申报内容与佐证材料一致。
            现申请为相关企业开通工程项目信息补录端口，请予支持为盼。
            """, null, null),
        LetterKind.CorrectionRequest => new(0, LetterLayout.Letter, "{发文机关}关于申请修正勘察设计业绩信息的函", "江苏省住房和城乡建设厅",
            $$"""
            根据{{Notice412}}要求，我单位对{企业数}家企业{项目数}个项目的业绩信息修正申请及佐证材料进行了核实，申请修正的内容与佐证材料一致。
            现申请对附件所列项目在全国建筑市场监管公共服务平台的相关信息予以修正，请予支持为盼。
            """, null, null),
        LetterKind.MinistryRequest => new(0, LetterLayout.Letter, "{发文机关}关于申请修正全国建筑市场监管公共服务平台勘察设计业绩信息的函", "住房和城乡建设部",
            $$"""
            根据{{Notice412}}要求，我厅依据设区市建设主管部门来函（{来文}），对{企业数}家企业{项目数}个项目的业绩信息修正申请及佐证材料进行了核实，申请修正的内容与佐证材料一致。
            现申请对附件所列项目在全国建筑市场监管公共服务平台的相关信息予以修正，请予支持为盼。
            """, null, null),
        LetterKind.ConfirmationRequest => new(0, LetterLayout.Letter, "{发文机关}关于勘察设计业绩确认的申请函", "江苏省住房和城乡建设厅",
            $$"""
            根据{{Notice579}}要求，我单位对{企业数}家企业{项目数}个项目的业绩材料进行了核实，业绩真实，材料齐全。
            现将有关材料随函报送，申请对附件所列项目业绩予以确认，请予支持为盼。
            """, null, null),
        LetterKind.Confirmation => new(0, LetterLayout.Letter, "{发文机关}关于勘察设计业绩确认的函", "住房和城乡建设部建筑市场监管司",
            $$"""
            根据{{Notice579}}要求，我厅依据设区市建设主管部门来函（{来文}），对{企业数}家企业{项目数}个项目的业绩材料进行了核实。
            经核实，附件所列项目业绩真实，予以确认。
            特此函告。
            """, null, null),
        LetterKind.ReplyNotice => new(0, LetterLayout.Notice, "{发文机关}关于勘察设计业绩申报办理结果的告知书", "{企业}",
            """
            你单位申报的{项目}（受理号{受理号}），经审核予以通过，相关信息已按规定推送全国建筑市场监管公共服务平台或者江苏政务服务网。
            请登录江苏省建筑市场监管与诚信信息一体化平台查看显示情况，对显示的内容有异议的，可以提出修正勘误申请。
            特此告知。
            """, null, null),
        LetterKind.RejectionNotice => new(0, LetterLayout.Notice, "{发文机关}关于勘察设计业绩申报不予通过的告知书", "{企业}",
            """
            你单位申报的{项目}（受理号{受理号}），经审核不予通过。理由如下：
            {意见}。
            对上述结果有异议的，可以自收到本告知书之日起向本机关提出书面意见，并附相关证明材料；补齐材料后也可以重新申报。
            特此告知。
            """, null, null),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
