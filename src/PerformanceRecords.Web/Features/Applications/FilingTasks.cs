using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>One line of 填报清单.</summary>
/// <param name="Kind">ok, bad, now, or nothing.</param>
public sealed record FilingTask(string Title, string Url, string Kind, IHtmlContent? Symbol, string State)
{
    /// <summary>Nothing is demanded here, and nothing was begun.</summary>
    public bool Skippable { get; init; }

    public bool Done => Kind == "ok";
}

/// <summary>填报清单: every section of the plan, the evidence and the submission, with how far each is.</summary>
public sealed class FilingTasks
{
    /// <summary>Rules that only say that something is not there yet.</summary>
    private static readonly HashSet<string> Blanks = ["required", "rows", "section-empty"];

    private FilingTasks(IReadOnlyList<FilingTask> all) => All = all;

    public IReadOnlyList<FilingTask> All { get; }

    public int Done => All.Count(t => t.Done);

    public static FilingTasks Of(FilingDetails details)
    {
        var id = details.Application.Id;
        List<FilingTask> tasks =
        [
            .. Scope(id, details.State),
            .. details.State.Sections.Select(s => Unchanged(details.State, s) ?? Section(id, s)),
            Evidence(id, details.State),
            .. Changes(id, details.State),
        ];
        var ready = tasks.TrueForAll(t => t.Done || t.Skippable);
        tasks.Add(new(
            "核对并提交", ApplicationUrls.Check(id), "", ready ? Icon.Send : Icon.Lock, ready ? "可以提交" : "还不能提交"));
        return new(tasks);
    }

    /// <summary>What was typed is wrong, as against not typed yet.</summary>
    public static bool IsWrong(Breach breach) => !Blanks.Contains(breach.Code);

    /// <summary>The task after one; the submission is the last.</summary>
    public FilingTask After(string url)
    {
        for (var i = 0; i < All.Count - 1; i++)
        {
            if (All[i].Url == url)
            {
                return All[i + 1];
            }
        }

        return All[^1];
    }

    public int NumberOf(string url) => All.TakeWhile(t => t.Url != url).Count() + 1;

    // about a record, or with something to choose
    private static IEnumerable<FilingTask> Scope(Guid id, FilingState state)
    {
        var (type, application) = (state.Type, state.Application);
        if (!type.TakesRecord && !type.StatesSector)
        {
            yield break;
        }

        var open = (type.Askable != Sections.None && application.Asked == Sections.None)
            || (type.RaisesGrade && application.AskedGrade is null)
            || (type.StatesSector && application.StatedSector is null);
        yield return open
            ? new("办理范围", ApplicationUrls.Scope(id), "", null, "未选择")
            : new("办理范围", ApplicationUrls.Scope(id), "ok", Icon.Check, application.Asked == Sections.None ? "已明确" : $"{application.Asked.Each().Count()} 个环节");
    }

    private static IEnumerable<FilingTask> Changes(Guid id, FilingState state)
    {
        if (!state.Type.IsChangeSet)
        {
            yield break;
        }

        var (title, url, changes) = ("改动清单", ApplicationUrls.Changes(id), state.Facts.Changes);
        var open = changes.Count(c => !c.Follows && (string.IsNullOrWhiteSpace(c.Reason) || !c.HasEvidence));
        yield return changes.Count == 0 ? new(title, url, "", null, "还没有改动")
            : state.Moved.Count > 0 ? new(title, url, "bad", Icon.Warning, "要重新确认")
            : open > 0 ? new(title, url, "now", Icon.Pen, $"{open} 处缺理由或依据")
            : new(title, url, "ok", Icon.Check, $"{changes.Count} 处改动");
    }

    // a section was chosen for correction, but nothing in it was changed yet
    private static FilingTask? Unchanged(FilingState state, FilingSection section) =>
        !state.Type.IsChangeSet || state.Facts.Changes.Any(c => c.Change.Section == section.Definition.Section) ? null
            : new(section.Definition.Title, ApplicationUrls.Section(state.Application.Id, section.Definition.Section), "", null, "还没有改动")
            {
                Skippable = state.Facts.Changes.Count > 0,
            };

    private static FilingTask Section(Guid id, FilingSection section)
    {
        var (title, url) = (section.Definition.Title, ApplicationUrls.Section(id, section.Definition.Section));
        if (section.Blank)
        {
            return new(title, url, "", null, section.Required ? "未开始" : "选填，未填") { Skippable = !section.Required };
        }

        var wrong = section.Breaches.Count(IsWrong);
        return wrong > 0 ? new(title, url, "bad", Icon.Warning, $"{wrong} 处要改")
            : section.Breaches.Count > 0 ? new(title, url, "now", Icon.Pen, $"还差 {section.Breaches.Count} 项")
            : new(title, url, "ok", Icon.Check, "已完成");
    }

    private static FilingTask Evidence(Guid id, FilingState state)
    {
        var missing = state.EvidenceItems.Count(i => i.Missing);
        return missing == 0
            ? new("佐证材料", ApplicationUrls.Evidence(id), "ok", Icon.Check, "已齐")
            : new("佐证材料", ApplicationUrls.Evidence(id), "bad", Icon.Warning, $"缺 {missing} 份");
    }
}
