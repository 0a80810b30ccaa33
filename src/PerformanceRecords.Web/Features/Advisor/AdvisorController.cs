using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Advice;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow.Advice;
using PerformanceRecords.Workflow.Bureaus;
using PerformanceRecords.Workflow.Deadlines;

namespace PerformanceRecords.Web.Features.Advisor;

/// <summary>办理指引: public, from a few questions; for people who are signed in also from a project.</summary>
[AllowAnonymous]
public sealed class AdvisorController(AdvisorDesk advisor, BureauDirectory bureaus, DeadlineCalculator deadlines) : Controller
{
    private const int FewestDigits = 10;

    [HttpGet(GuideUrls.Guide)]
    public async Task<IActionResult> Index([FromQuery] GuideForm form, CancellationToken cancellation)
    {
        // projects are only looked up for people who are signed in
        var actor = HttpContext.Actor();
        var finding = actor is null ? null
            : form.Record is { } record ? await advisor.LookAsync(record, actor, cancellation)
            : form.Text.Length > 0 ? await advisor.LookAsync(form.Text, actor, cancellation)
            : null;
        var advice = Domain.Applications.Advice.Advisor.Advise(form.Situation(finding));
        var city = await CityAsync(finding, cancellation);
        return View(new GuidePage(form, finding, advice, actor)
        {
            Steps = [.. advice.Steps.Select(s => StepOf(s, city))],
            Open = actor is null || advice.Type is not { } type ? null : await advisor.OpenAsync(type, finding, actor, cancellation),
            NotFound = finding is { Record: null, ProjectNumber: null, Records.Count: 0, Text.Length: > 0 } ? NotFound(finding.Text) : null,
            Url = Request.Path + Request.QueryString,
        });
    }

    private string NotFound(string text)
    {
        // many digits are meant to be a number
        var number = ProjectNumber.Normalize(text);
        return number.Length >= FewestDigits && number.Count(char.IsAsciiDigit) > number.Length / 2 && ProjectCode.Problem(ProjectCode.Normalize(text)) is not null
            ? $"本单位业绩库里没有“{text}”。按项目编号看：{ProjectNumber.Problem(number, deadlines.Today)}。"
            : $"本单位业绩库里没有“{text}”。部平台要按 16 位项目编号查：有编号的填编号再查，没有的直接回答下面的问题。";
    }

    private async Task<string> CityAsync(ProjectFinding? finding, CancellationToken cancellation)
    {
        var region = finding?.Record?.RegionCode ?? finding?.ProjectNumber?[..6];
        return region is not null && Regions.CityOf(region) is { } city && await bureaus.FindAsync(Level.City, city.Code, cancellation) is { } bureau
            ? bureau.ShortName
            : "设区市主管部门";
    }

    private GuideStep StepOf(AdviceStep step, string city)
    {
        var days = advisor.DaysFor(step);
        var (who, kind) = step.By switch
        {
            Level.Enterprise => ("企业", "grey"),
            Level.City => (city, "wait"),
            Level.Platform => ("系统", "ok"),
            var level => (level.Chinese(), "wait"),
        };
        var when = (step.At, days) switch
        {
            (Stage.FillIn, { } port) => $"端口 {port} 个工作日内",
            (_, { } limit) => $"{limit} 个工作日",
            (null, _) => $"{deadlines.Limits.VisibleWithinDays} 日内",
            (Stage.AwaitingPermit, _) => "许可到达即办",
            _ => "—",
        };
        return new(step.Text, who, kind, when, days, step.By is not (Level.Enterprise or Level.Platform));
    }
}
