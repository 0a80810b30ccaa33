using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Web.Features.Applications;
using PerformanceRecords.Web.Features.Shared;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>What a decision led to, in a sentence.</summary>
internal static class DecisionWords
{
    public static string Of(CasePage page, ApplicationEvent taken)
    {
        var (name, holder) = (page.Application.ProjectName, page.File.Head.HolderName);
        var until = page.Application.DueOn is { } due ? $"，{DateText.InSentence(due, page.Today)}前办理" : "";
        return taken.Act switch
        {
            Act.OpenPort => $"已为“{name}”开通补录端口 {taken.Reference}，{page.File.Head.EnterpriseName}可填报至 {DateText.InSentence(page.Application.DueOn!.Value, page.Today)}。",
            Act.Return => $"“{name}”已退回补正，{page.File.Head.EnterpriseName}收到您的意见{until}。",
            Act.Reject => $"“{name}”已不予通过，申报到此终结，企业收到您写的理由。",
            Act.SendBack => $"“{name}”已退回上一级，由{holder}重新核实{until}。",
            Act.TakeOut => $"“{name}”已撤出待发函，回到{taken.To.Chinese()}。",
            Act.Confirm when taken.To == Stage.Completed => $"“{name}”已{Verb(taken.Act, taken.From)}，正在推送{FilingWords.DestinationOf(page.Application)}。",
            _ => $"“{name}”已{taken.Act.Chinese()}，进入{taken.To.Chinese()}。",
        };
    }

    /// <summary>The word on the button: bureaus verify and confirm, the ministry examines.</summary>
    public static string Verb(Act act, Stage stage) => (act, stage) switch
    {
        (Act.Confirm, Stage.MinistryReview) => "审核通过",
        _ => act.Chinese(),
    };

    /// <summary>The word for a decision that took effect, with the look of it.</summary>
    public static Tag TagOf(Act act) => act switch
    {
        Act.Return or Act.SendBack or Act.TakeOut or Act.Reject or Act.Withdraw or Act.Abandon => Tag.Back(act.Chinese()),
        _ => Tag.Done(act.Chinese()),
    };
}
