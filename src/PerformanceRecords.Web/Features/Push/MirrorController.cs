using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Sync.Mirror;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Security;

namespace PerformanceRecords.Web.Features.Push;

/// <summary>部平台镜像: what the national platform shows beside what it should, for the province as a list, for everyone on their records.</summary>
public sealed class MirrorController(MirrorReader mirror, MirrorDesk desk, MirrorRepair repair, CurrentActor actor) : Controller
{
    private const string Views = "/Features/Push/";

    [Authorize(Policies.PushReader)]
    [HttpGet("/push/mirror")]
    public async Task<IActionResult> Index([FromQuery] DriftCursor cursor, CancellationToken cancellation) =>
        View(Views + "Mirror.cshtml", new DriftPage(await mirror.PageAsync(cursor.Key, cancellation), cursor.Key is not null, actor.Value));

    /// <summary>What an empty list means: all alike, or never compared. Fetched after the page.</summary>
    [Authorize(Policies.PushReader)]
    [HttpGet("/push/mirror/night")]
    public async Task<IActionResult> Night(CancellationToken cancellation) => Request.IsFromScript()
        ? PartialView(Views + "_Night.cshtml", await mirror.LastFinishedAsync(cancellation))
        : View(Views + "Night.cshtml", await mirror.LastFinishedAsync(cancellation));

    [HttpGet("/records/{id:guid}/mirror")]
    public async Task<IActionResult> Record(Guid id, CancellationToken cancellation)
    {
        if (await mirror.OfAsync(id, actor.Value, cancellation) is not { } found)
        {
            return NotFound();
        }

        var page = new RecordMirrorPage(found, actor.Value);
        return Request.IsFromScript() ? PartialView(Views + "_RecordMirror.cshtml", page) : View(Views + "RecordMirror.cshtml", page);
    }

    /// <summary>立即核对</summary>
    [HttpPost("/records/{id:guid}/mirror")]
    public async Task<IActionResult> Look(Guid id, CancellationToken cancellation)
    {
        if (await mirror.OfAsync(id, actor.Value, cancellation) is null)
        {
            return NotFound();
        }

        var answered = (await desk.CompareAsync([id], cancellation)).Unanswered.Count == 0;
        if (Request.IsFromScript())
        {
            return PartialView(Views + "_RecordMirror.cshtml", new RecordMirrorPage((await mirror.OfAsync(id, actor.Value, cancellation))!, actor.Value) { Answered = answered });
        }

        if (answered)
        {
            this.SayDone("已向部平台核对，结果见下。");
        }
        else
        {
            this.SayWarning(RecordMirrorPage.Unanswered);
        }

        return LocalRedirect($"/records/{id}/mirror");
    }

    [Authorize(Policies.Province)]
    [HttpPost("/records/{id:guid}/mirror/{section}")]
    public async Task<IActionResult> Repush(Guid id, string section, string? reason, CancellationToken cancellation)
    {
        if (EnumNames.Named<Sections>(section) is not { } wanted || await mirror.OfAsync(id, actor.Value, cancellation) is not { } found
            || found.Sections.All(s => s.Definition.Section != wanted || s.Seen.Drift == Domain.Publication.Drift.None))
        {
            return NotFound();
        }

        if (await repair.RepushAsync(id, wanted, reason, actor.Value, cancellation) is { } breach)
        {
            return View(Views + "RecordMirror.cshtml", new RecordMirrorPage(found, actor.Value) { Refused = wanted, Breach = breach, Reason = reason });
        }

        this.SayDone($"“{wanted.Chinese()}”已重新排队推送，按项目顺序发出；显示后这里会改为一致。");
        return LocalRedirect($"/records/{id}/mirror");
    }
}

/// <summary>Where the list goes on; all of it travels in the address.</summary>
public sealed class DriftCursor
{
    public DateTime? Since { get; init; }

    public Guid? Record { get; init; }

    public Sections? Section { get; init; }

    public DriftKey? Key => Since is { } since && Record is { } record && Section is { } section ? new(since.ToUniversalTime(), record, section) : null;
}

/// <summary>What drifts.</summary>
public sealed record DriftPage(IReadOnlyList<DriftRow> Found, bool Later, Actor Actor)
{
    /// <summary>The administrator watches the pushes and sees no records.</summary>
    public bool SeesRecords => Actor.Level != Level.Administrator;

    public IEnumerable<DriftRow> Rows => Found.Take(MirrorReader.PageSize);

    public string? Next => Found.Count > MirrorReader.PageSize && Found[MirrorReader.PageSize - 1] is var last
        ? Filtered.Url("/push/mirror", ("since", last.Since.ToString("O", System.Globalization.CultureInfo.InvariantCulture)), ("record", last.RecordId.ToString()), ("section", last.Section.ToString()))
        : null;
}

/// <summary>One record, section by section and field by field.</summary>
public sealed record RecordMirrorPage(RecordMirror Mirror, Actor Actor)
{
    public const string Unanswered = "部平台现在没有应答，没有核对成。请稍后再试。";

    /// <summary>Whether the platform answered, where it was asked just now.</summary>
    public bool? Answered { get; init; }

    public Sections? Refused { get; init; }

    public Breach? Breach { get; init; }

    /// <summary>What is wrong, with the section it is about and the way to its field.</summary>
    public IReadOnlyList<Breach> Breaches => Breach is { } breach && Refused is { } section
        ? [breach with { Field = FieldOf(section), Message = $"{section.Chinese()}：{breach.Message}" }]
        : [];

    public string? Reason { get; init; }

    public bool MayRepush => Actor.Level == Level.Province;

    public bool MayCorrect => Actor.Level == Level.Enterprise;

    public static string FieldOf(Sections section) => $"r-{section}";

    public string Address => $"/records/{Mirror.Record.Id}/mirror";

    public IEnumerable<MirrorView> Drifting => Mirror.Sections.Where(s => s.Seen.Drift != Domain.Publication.Drift.None);
}
