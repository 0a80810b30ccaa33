using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using static PerformanceRecords.Domain.Actors.Level;
using static PerformanceRecords.Domain.Applications.Act;
using static PerformanceRecords.Domain.Applications.Stage;

namespace PerformanceRecords.Domain.Tests.Applications;

/// <summary>业绩转移: the worked example of docs/developing.md. It is compiled and tested here, and filed nowhere.</summary>
internal static class TransferExample
{
    private const string Notice = "412号文";

    public static readonly Route Route = new Route("transfer", "业绩转移", basis: Notice)
    {
        // at          by          does     then        and
        { Draft,       Enterprise, Submit,  CityReview },
        { CityReview,  City,       Confirm, Completed,  new Push() }, // the sections the application names
    }.Build();

    public static readonly ApplicationType Type = new()
    {
        Code = "transfer",
        Title = "业绩转移",
        Module = "工程项目信息勘误（完善）",
        Lead = "企业改制、重组后，业绩转到承继的企业。",
        Route = Route,
        NeedsRecord = true,
        Askable = Sections.Contract | Sections.Indicators,
        Plans =
        [
            new(Draft)
            {
                Required = Sections.None,
                WithAsked = true,
                Evidence =
                [
                    new(EvidenceKind.ApplicationForm, Notice),
                    new(EvidenceKind.Contract, Notice) { When = f => f.Asked.HasFlag(Sections.Contract), WhenText = "转移合同信息的" },
                    new(EvidenceKind.Commitment, Notice),
                ],
            },
        ],
        Rules = facts => facts.Asked == Sections.None ? [new("transfer-sections", "Asked", "请选择要转移的环节。")] : [],
    };
}
