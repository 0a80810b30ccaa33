using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Reference;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Printing;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Letters;

/// <summary>函件: one hand drafts, another signs; the cases move at the signature.</summary>
[Authorize(Policies.LetterReader)]
public sealed class LettersController(LetterLists lists, LetterPages pages, LetterDesk desk, PrintQueue prints, NavigationCounts counts, TimeProvider clock) : Controller
{
    private Actor Me => HttpContext.Actor()!;

    private CancellationToken Aborted => HttpContext.RequestAborted;

    [HttpGet("/letters")]
    public async Task<IActionResult> Index(string? view)
    {
        var page = new LettersPage(LettersView.Waiting, Me, clock.TodayInChina());
        page = page with { View = page.Views.Select(v => v.View).FirstOrDefault(v => v.ToString().Equals(view, StringComparison.OrdinalIgnoreCase), page.Views.First().View) };
        if (page.View is LettersView.Waiting or LettersView.Decided)
        {
            return View(page with { Waiting = await WaitingAsync(page.View) });
        }

        var turn = Cursor.Times(Request.Query);
        var found = page.View switch
        {
            LettersView.Received => await lists.ReceivedAsync(Me, turn, Aborted),
            LettersView.Drafts => await lists.OwnAsync(Me, LetterState.Draft, turn, Aborted),
            LettersView.Sign => await lists.OwnAsync(Me, LetterState.AwaitingSignature, turn, Aborted),
            _ => await lists.SignedAsync(Me, turn, Aborted),
        };
        return View(page with { Letters = found.Rows, Pager = Filtered.Pager(found, "封", Cursor.Of, page.Url) });
    }

    [Authorize(Policies.LetterWriter)]
    [HttpPost("/letters")]
    public async Task<IActionResult> Draft(Guid[] cases, bool notice)
    {
        switch (await desk.DraftAsync(cases.Distinct().ToList(), Me, Aborted))
        {
            case LetterResult.Done { Letter: var letter }:
                counts.Forget(Me);
                return LocalRedirect(AddressOf(letter.Id));
            case LetterResult.Refused { Breach: var breach }:
                var page = new LettersPage(notice ? LettersView.Decided : LettersView.Waiting, Me, clock.TodayInChina());
                return View("Index", page with { Waiting = await WaitingAsync(page.View), Picked = cases, Breaches = [breach] });
            default:
                throw new InvalidOperationException("Nothing is known of this result.");
        }
    }

    [HttpGet("/letters/{id:guid}")]
    public async Task<IActionResult> Letter(Guid id) => Shown(await pages.OpenAsync(id, Me, Aborted));

    /// <summary>Autosave of a draft: answers with the new version, or says that somebody was there in between.</summary>
    [Authorize(Policies.LetterWriter)]
    [HttpPost("/letters/{id:guid}/save")]
    public async Task<IActionResult> Save(Guid id, LetterForm form)
    {
        try
        {
            var result = await desk.SaveAsync(id, form.Version, form.Draft, Me, Aborted);
            if (Request.IsFromScript())
            {
                return result is LetterResult.Done { Letter: var saved }
                    ? Json(new { version = saved.Version, savedAt = clock.GetUtcNow().UtcDateTime })
                    : UnprocessableEntity(new { message = ((LetterResult.Refused)result).Breach.Message });
            }

            return await AnswerAsync(id, result, form, _ => "草稿已保存。");
        }
        catch (StaleException) when (Request.IsFromScript())
        {
            var now = (await pages.OpenAsync(id, Me, Aborted)).Letter;
            return Conflict(new { version = now.Version, message = $"{LetterWords.ThisOf(now.Kind)}在别处改过，您这里的没有保存。" });
        }
    }

    /// <summary>The sheets with the text as it is being typed, and what is to be looked at before it goes on; nothing is saved.</summary>
    [Authorize(Policies.LetterWriter)]
    [HttpPost("/letters/{id:guid}/preview")]
    public async Task<IActionResult> Preview(Guid id, LetterForm form)
    {
        var page = await pages.OpenAsync(id, Me, Aborted);
        return page.MayWrite ? PartialView("_Preview", Typed(page, form)) : NotFound();
    }

    [Authorize(Policies.LetterWriter)]
    [HttpPost("/letters/{id:guid}/send")]
    public async Task<IActionResult> Send(Guid id, LetterForm form)
    {
        var saved = await desk.SaveAsync(id, form.Version, form.Draft, Me, Aborted);
        var result = saved is LetterResult.Done { Letter: var letter }
            ? await desk.SendForSignatureAsync(id, letter.Version, Me, Aborted)
            : saved;
        return await AnswerAsync(id, result, form, _ => "已送签，等待本单位签发人签发。");
    }

    [Authorize(Policies.LetterWriter)]
    [HttpPost("/letters/{id:guid}/add")]
    public async Task<IActionResult> Add(Guid id, LetterForm form) =>
        await AnswerAsync(id, await desk.CoverAsync(id, form.Version, form.Case, Me, Aborted), form, _ => "已加入，正文的项目数和附件一并更新。");

    [Authorize(Policies.LetterWriter)]
    [HttpPost("/letters/{id:guid}/remove")]
    public async Task<IActionResult> Remove(Guid id, LetterForm form) =>
        await AnswerAsync(id, await desk.UncoverAsync(id, form.Version, form.Case, Me, Aborted), form, letter => $"已移出，这一件回到{LetterWords.PileOf(letter.Kind)}。");

    [Authorize(Policies.LetterWriter)]
    [HttpPost("/letters/{id:guid}/send-back")]
    public async Task<IActionResult> SendBack(Guid id, LetterForm form) =>
        await AnswerAsync(id, await desk.SendBackAsync(id, form.Version, form.Remark, Me, Aborted), form, _ => "已退回拟稿人。");

    [Authorize(Policies.LetterWriter)]
    [HttpPost("/letters/{id:guid}/sign")]
    public async Task<IActionResult> Sign(Guid id, LetterForm form) =>
        await AnswerAsync(id, await desk.SignAsync(id, form.Version, Me, Aborted), form, letter =>
            $"已签发，文号 {letter.Number}。{(letter.Kind.IsNotice() ? "企业现在可以在门户里看到" : "所附申报已按函件办理")}，PDF 随后生成。");

    [Authorize(Policies.LetterWriter)]
    [HttpPost("/letters/{id:guid}/reset")]
    public async Task<IActionResult> Reset(Guid id, LetterForm form) =>
        await AnswerAsync(id, await desk.ResetAsync(id, form.Version, Me, Aborted), form, _ => "正文已还原为模板的文字。");

    /// <summary>收回: the number stays void, the cases go back.</summary>
    [Authorize(Policies.LetterWriter)]
    [HttpPost("/letters/{id:guid}/withdraw")]
    public async Task<IActionResult> Withdraw(Guid id, LetterForm form) =>
        await AnswerAsync(id, await desk.WithdrawAsync(id, form.Version, form.Reason, Me, Aborted), form, letter =>
            $"已收回，文号保留并注明理由，{(letter.Kind.IsNotice() ? "企业会看到已收回" : "所附申报回到发函前")}。");

    /// <summary>The PDF that was printed at sign-off; while it is still owed, the letter's page says so.</summary>
    [HttpGet("/letters/{id:guid}/pdf")]
    public async Task<IActionResult> Pdf(Guid id)
    {
        var page = await pages.OpenAsync(id, Me, Aborted);
        return page.Print is { PrintedAt: not null } print
            ? File(prints.Open(print), "application/pdf", $"{page.Letter.Number}.pdf")
            : LocalRedirect(AddressOf(id));
    }

    /// <summary>The same sheets as a page, to be printed from the browser where no PDF can be made.</summary>
    [HttpGet("/letters/{id:guid}/print")]
    public async Task<IActionResult> Print(Guid id) => View("Print", pages.Printed((await pages.OpenAsync(id, Me, Aborted)).Paper, inPage: false));

    [Authorize(Policies.LetterWriter)]
    [HttpPost("/letters/{id:guid}/discard")]
    public async Task<IActionResult> Discard(Guid id, LetterForm form)
    {
        var result = await desk.DiscardAsync(id, form.Version, Me, Aborted);
        counts.Forget(Me);
        if (result is LetterResult.Done { Letter.Kind: var kind })
        {
            this.SayDone($"{(kind.IsNotice() ? "告知书" : "函件")}已作废，所附申报回到{LetterWords.PileOf(kind)}。");
            return LocalRedirect(LettersPage.Path);
        }

        return await AnswerAsync(id, result, form, _ => "");
    }

    private Task<IReadOnlyList<WaitingCase>> WaitingAsync(LettersView view) =>
        view == LettersView.Decided ? lists.DecidedAsync(Me, pages.DecidedSince, Aborted) : lists.WaitingAsync(Me, Aborted);

    private static string AddressOf(Guid id) => $"{LettersPage.Path}/{id}";

    private async Task<IActionResult> AnswerAsync(Guid id, LetterResult result, LetterForm form, Func<Letter, string> done)
    {
        if (result is LetterResult.Refused { Breach: var breach })
        {
            var page = await pages.OpenAsync(id, Me, Aborted);
            return Shown(Typed(page, form) with { Remark = form.Remark, Reason = form.Reason, Breaches = [breach] });
        }

        counts.Forget(Me);
        this.SayDone(done(((LetterResult.Done)result).Letter));
        return LocalRedirect(AddressOf(id));
    }

    // a text that could not be taken stays in its fields
    private static LetterPage Typed(LetterPage page, LetterForm form)
    {
        if (page.MayWrite && form.Body is not null)
        {
            page.Letter.Title = form.Title ?? "";
            page.Letter.Addressee = form.Addressee ?? "";
            page.Letter.Body = form.Body.ReplaceLineEndings("\n");
            page.Letter.Layout = form.Layout ?? page.Letter.Layout;
            page.Letter.CopyTo = form.CopyTo;
            page.Letter.Note = form.Note;
        }

        return page;
    }

    private ViewResult Shown(LetterPage page) => View(page.MayWrite ? "Compose" : page.MaySign ? "SignOff" : "Letter", page);
}
