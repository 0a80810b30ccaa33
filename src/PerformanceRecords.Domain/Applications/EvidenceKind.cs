namespace PerformanceRecords.Domain.Applications;

/// <summary>A kind of evidence an item of a checklist asks for.</summary>
/// <param name="Code">Stored with the file.</param>
/// <param name="MaxMegabytes">Size limit of one file.</param>
public sealed record EvidenceKind(string Code, string Title, string Hint, int MaxMegabytes = 20)
{
    public static readonly EvidenceKind ApplicationForm = new("application-form", "申请表", "加盖公章的申请表或申请报告");
    public static readonly EvidenceKind ProjectApproval = new("project-approval", "立项批复或备案证", "载明立项文号与建设规模的页");
    public static readonly EvidenceKind BidNotice = new("bid-notice", "中标通知书", "直接发包的，上传直接发包说明");
    public static readonly EvidenceKind Contract = new("contract", "勘察、设计合同", "含签章页；联合体承接的，附联合体协议");
    public static readonly EvidenceKind DrawingReviewCertificate = new("drawing-review-certificate", "施工图审查合格书", "载明编号、审查机构、勘察设计单位与审查完成日期");
    public static readonly EvidenceKind MainDrawings = new("main-drawings", "主要图纸", "图签页可辨：单位、人员、出图章、注册章与日期", MaxMegabytes: 50);
    public static readonly EvidenceKind ConstructionPermit = new("construction-permit", "施工许可证", "正本或电子证照");
    public static readonly EvidenceKind AcceptanceProof = new("acceptance-proof", "竣工验收证明", "竣工验收报告或备案表，含验收日期与各方盖章页");
    public static readonly EvidenceKind ExpertOpinion = new("expert-opinion", "专家论证意见", "专家签字并载明日期");
    public static readonly EvidenceKind ClientQualityCertificate = new("client-quality-certificate", "建设单位出具的质量合格证明", "建设单位盖章并载明日期");
    public static readonly EvidenceKind PlatformScreenshot = new("platform-screenshot", "部平台截图", "能看清记录编号与截取日期");
    public static readonly EvidenceKind ScaleProof = new("scale-proof", "规模指标证明", "勘察报告、计算书或概算批复中载明指标的页");
    public static readonly EvidenceKind PersonnelProof = new("personnel-proof", "人员证明", "注册证书、职称证书、任命文件");
    public static readonly EvidenceKind CorrectionProof = new("correction-proof", "修正依据", "能证明更正后内容的原始文件");
    public static readonly EvidenceKind MinistryReply = new("ministry-reply", "住建部书面答复", "复函或批复的扫描件，含文号和印章");
    public static readonly EvidenceKind Commitment = new("commitment", "真实性承诺书", "法定代表人签字并加盖公章");

    public static IReadOnlyList<EvidenceKind> All { get; } =
    [
        ApplicationForm, ProjectApproval, BidNotice, Contract, DrawingReviewCertificate, MainDrawings, ConstructionPermit, AcceptanceProof,
        ExpertOpinion, ClientQualityCertificate, PlatformScreenshot, ScaleProof, PersonnelProof, CorrectionProof, MinistryReply, Commitment,
    ];

    public static EvidenceKind? Find(string code) => All.FirstOrDefault(k => k.Code == code);
}
