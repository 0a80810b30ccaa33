using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Workflow.Deadlines;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>One step that is still to come: what happens, and by when.</summary>
public sealed record OutlookStep(string What, string When);

/// <summary>接下来会发生什么: the steps of a route from a stage on, when nobody objects.</summary>
/// <param name="city">The bureau of the project's city as said in sentences.</param>
public sealed class RouteOutlook(DeadlineCalculator deadlines, string city = "项目所在地设区市主管部门")
{
    public IReadOnlyList<OutlookStep> From(ApplicationType type, Domain.Applications.Route route, Stage stage)
    {
        var steps = route.MainLine.SkipWhile(s => s.At != stage).ToList();
        List<OutlookStep> outlook = [.. steps.Select(s => new OutlookStep(What(s, type), When(s)))];
        if (steps.Exists(s => s.And.OfType<Domain.Applications.Push>().Any()))
        {
            outlook.Add(new("推送部平台", "通过后立即，自动"));
            outlook.Add(new("部平台可查", $"{deadlines.Limits.VisibleWithinDays} 日内，显示后在进度页标明"));
        }

        if (steps.Exists(s => s.And.OfType<PublishToServiceNetwork>().Any()))
        {
            outlook.Add(new("推送政务网", "通过后立即，自动"));
            outlook.Add(new("政务网可查", "显示后在进度页标明"));
        }

        return outlook;
    }

    /// <summary>Who acts at a stage, as said in sentences; null where nobody does.</summary>
    public string? HolderAt(Domain.Applications.Route route, Stage stage) => route.HolderAt(stage) is { } level ? Who(level) : null;

    private string What(Step step, ApplicationType type) => (step.Does, step.By, step.At) switch
    {
        (Act.Submit, _, Stage.Draft) => $"您填写申请、上传材料，提交",
        (Act.Submit, _, _) => $"您在“{type.Module}”填报，提交",
        (Act.Verify, var by, _) => $"{Who(by)}核实",
        (Act.Confirm, Level.Ministry, _) => $"{Who(Level.Ministry)}审核",
        (Act.Confirm, var by, _) => $"{Who(by)}确认",
        (Act.SignLetter, Level.City, _) => $"{city}书面报省厅",
        (Act.SignLetter, _, _) when step.And.OfType<IssueConfirmation>().Any() => "省厅出具确认函",
        (Act.SignLetter, _, _) => "省厅书面报住建部",
        (Act.OpenPort, _, _) => "省厅核实，开通补录端口",
        (Act.RecordPermit, _, _) => "施工许可办下来，自动到达",
        _ => throw new InvalidOperationException($"No words for {step.Does} by {step.By}."),
    };

    private string When(Step step) => deadlines.DaysAt(step.At) is { } days ? $"{days} 个工作日内" : step.At == Stage.Draft ? "随时可以接着填" : "到达即办";

    private string Who(Level level) => level switch
    {
        Level.Enterprise => "您",
        Level.City or Level.County => city,
        Level.Province => "省厅",
        Level.Ministry => "住建部",
        _ => "系统",
    };
}
