using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Web.Features.Letters;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow;
using PerformanceRecords.Workflow.Letters;

namespace PerformanceRecords.Web.Features.LetterTemplates;

/// <summary>函件模板: the words a bureau's letters start with, one per kind, changed by its administrator.</summary>
[Authorize(Policies.LetterWriter)]
public sealed class LetterTemplatesController(TemplateDesk desk, LetterPages pages, TimeProvider clock) : Controller
{
    private Actor Me => HttpContext.Actor()!;

    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("/letters/templates")]
    public async Task<IActionResult> Index() => View(new TemplatesPage(Me, await desk.NewestAsync(Me.OrganisationId, Aborted), await desk.KeepersAsync(Me.OrganisationId, Aborted)));

    [HttpGet("/letters/templates/{kind}")]
    public async Task<IActionResult> Template(string kind)
    {
        var chosen = KindOf(kind);
        return View(await OpenAsync(chosen));
    }

    [Authorize(Policies.TemplateKeeper)]
    [HttpPost("/letters/templates/{kind}")]
    public async Task<IActionResult> Save(string kind, TemplateForm form)
    {
        var chosen = KindOf(kind);
        if (await desk.SaveAsync(chosen, form.Version, form.Wording, Me, Aborted) is { } breach)
        {
            return View("Template", await OpenAsync(chosen) with { Wording = form.Wording, Breaches = [breach] });
        }

        this.SayDone($"已存为第 {form.Version + 1} 版。以后新拟的函用这一版，已经拟好的不变。");
        return LocalRedirect($"{TemplatesPage.Path}/{kind}");
    }

    /// <summary>The sheets with made-up cases; nothing is saved.</summary>
    [HttpPost("/letters/templates/{kind}/preview")]
    public IActionResult Preview(string kind, TemplateForm form) =>
        PartialView("/Features/Letters/_Paper.cshtml", SampleLetter.Of(KindOf(kind), form.Wording, Me, clock.TodayInChina()));

    /// <summary>试打印: the template as it would come out of the printer.</summary>
    [HttpGet("/letters/templates/{kind}/print")]
    public async Task<IActionResult> Print(string kind)
    {
        var chosen = KindOf(kind);
        return Printed(chosen, await desk.CurrentAsync(Me.OrganisationId, chosen, Aborted));
    }

    /// <summary>The same of what is being typed; nothing is saved.</summary>
    [HttpPost("/letters/templates/{kind}/print")]
    public IActionResult Print(string kind, TemplateForm form) => Printed(KindOf(kind), form.Wording);

    private ViewResult Printed(LetterKind kind, LetterWording wording) =>
        View("/Features/Letters/Print.cshtml", pages.Printed(SampleLetter.Of(kind, wording, Me, clock.TodayInChina()), inPage: false));

    private async Task<TemplatePage> OpenAsync(LetterKind kind)
    {
        var wording = await desk.CurrentAsync(Me.OrganisationId, kind, Aborted);
        return new TemplatePage(kind, wording, wording.Version, Me, clock.TodayInChina())
        {
            Versions = await desk.VersionsAsync(Me.OrganisationId, kind, Aborted),
            Keepers = await desk.KeepersAsync(Me.OrganisationId, Aborted),
        };
    }

    private LetterKind KindOf(string word) => EnumNames.Named<LetterKind>(word) is { } kind && LetterText.KindsOf(Me.Level).Contains(kind)
        ? kind
        : throw new NotFoundException(nameof(LetterTemplate), word);
}
