using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;
using PerformanceRecords.Workflow;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>改动清单: every change of a correction with its reason and its evidence; and the re-confirmation where the record has moved.</summary>
[Feature("Applications")]
[Authorize(Policy = Policies.Enterprise)]
[Route("applications/{id:guid}")]
public sealed class ChangesController(FilingReader filings, CorrectionDesk corrections, CurrentActor actor) : Controller
{
    /// <param name="check">Also say what is still missing.</param>
    [HttpGet("changes")]
    public async Task<IActionResult> Show(Guid id, bool check, CancellationToken cancellation)
    {
        var details = await ReadAsync(id, cancellation);
        return details.Writable ? View("Changes", new ChangesPage(details) { Breaches = check ? ChangesPage.Missing(details) : [] }) : this.NotNow(details);
    }

    [HttpPost("changes")]
    public async Task<IActionResult> Save(Guid id, [FromForm] ChangesForm form, string? go, CancellationToken cancellation)
    {
        var details = await ReadAsync(id, cancellation);
        if (!details.Writable)
        {
            return this.NotNow(details);
        }

        var known = details.State.Facts.Changes.Select(c => c.Change.Path).ToHashSet();
        List<StatedReason> stated = [.. from given in form.Changes where given.Path is { } path && known.Contains(path) select new StatedReason(given.Path!, given.Reason, given.Evidence)];
        if (await corrections.GiveReasonsAsync(id, stated, actor.Value, cancellation) is { Count: > 0 } refused)
        {
            return View("Changes", ChangesPage.Typed(details, stated, refused));
        }

        details = await ReadAsync(id, cancellation);
        if (go == "leave")
        {
            this.SayDone("改动清单已保存，随时可以回来接着写。");
            return Redirect(ApplicationUrls.Of(id));
        }

        var missing = ChangesPage.Missing(details);
        return missing.Count == 0 && details.State.Facts.Changes.Count > 0
            ? Redirect(FilingTasks.Of(details).After(ApplicationUrls.Changes(id)).Url)
            : View("Changes", new ChangesPage(details) { Breaches = missing });
    }

    /// <summary>重新确认: the filing's changes on top of what the record says by now.</summary>
    [HttpPost("reconfirm")]
    public async Task<IActionResult> Reconfirm(Guid id, int version, CancellationToken cancellation)
    {
        var details = await filings.ReadAsync(id, actor.Value, cancellation);
        if (!details.Writable || details.State.Moved.Count == 0)
        {
            return this.NotNow(details);
        }

        await corrections.ReconfirmAsync(id, version, actor.Value, cancellation);
        this.SayDone("已按业绩库现在的内容重新确认。请把改动再看一遍，再提交。");
        return Redirect(details.State.Type.IsChangeSet ? ApplicationUrls.Changes(id) : ApplicationUrls.Check(id));
    }

    private async Task<FilingDetails> ReadAsync(Guid id, CancellationToken cancellation)
    {
        var details = await filings.ReadAsync(id, actor.Value, cancellation);
        return details.State.Type.IsChangeSet ? details : throw new NotFoundException(nameof(ChangeReason), id);
    }
}

/// <summary>The reasons and proofs that were given, one per change.</summary>
public sealed class ChangesForm
{
    public List<GivenReason> Changes { get; set; } = [];
}

/// <summary>One of them.</summary>
public sealed class GivenReason
{
    public string? Path { get; set; }

    public string? Reason { get; set; }

    /// <summary>A file of the filing.</summary>
    public Guid? Evidence { get; set; }
}

/// <summary>What the list of changes shows.</summary>
public sealed record ChangesPage(FilingDetails Details)
{
    public IReadOnlyList<Breach> Breaches { get; init; } = [];

    public FilingTasks Tasks { get; } = FilingTasks.Of(Details);

    public IReadOnlyList<ReasonedChange> Changes { get; private init; } = Details.State.Facts.Changes;

    public static IReadOnlyList<Breach> Missing(FilingDetails details) => MissingFrom(details, details.State.Facts.Changes);

    /// <summary>What was refused stays in its fields, over what is kept.</summary>
    public static ChangesPage Typed(FilingDetails details, IReadOnlyCollection<StatedReason> stated, IReadOnlyList<Breach> refused)
    {
        var typed = stated.GroupBy(s => s.Path).ToDictionary(g => g.Key, g => g.Last());
        List<ReasonedChange> changes =
        [
            .. details.State.Facts.Changes.Select(c => !typed.TryGetValue(c.Change.Path, out var said) ? c
                : new ReasonedChange(c.Change, said.Reason, details.State.Evidence.Any(f => f.Id == said.EvidenceId)) { EvidenceId = said.EvidenceId }),
        ];
        return new(details)
        {
            Changes = changes,
            Breaches = [.. refused.Concat(MissingFrom(details, changes)).DistinctBy(b => (b.Code, b.Field))],
        };
    }

    private static IReadOnlyList<Breach> MissingFrom(FilingDetails details, IReadOnlyList<ReasonedChange> changes) =>
        [.. details.State.Type.Rules(details.State.Facts with { Changes = changes }).Where(b => b.Field.StartsWith("Changes", StringComparison.Ordinal))];
}
