using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Types;

/// <summary>一 初次录入（合同归集）: a building or municipal contract, registered when it is signed.</summary>
public static class FirstEntry
{
    private const string Notice1 = "1号文";

    public static readonly ApplicationType Type = new()
    {
        Code = "first-entry",
        Title = "合同归集",
        Module = "合同归集系统",
        Lead = "房建市政项目，合同签订后登记；施工许可证办理后自动推送部平台。",
        Route = Routes.FirstEntry,
        StartsBlank = true,
        BeforeCompletion = true,
        GathersContracts = true,
        Plans =
        [
            new(Stage.Draft)
            {
                Required = Sections.Basic | Sections.Contract,
                Evidence =
                [
                    new(EvidenceKind.Contract, Notice1),
                    new(EvidenceKind.BidNotice, Notice1) { Optional = true },
                    new(EvidenceKind.ProjectApproval, Notice1) { Optional = true },
                ],
            },
        ],
    };
}
