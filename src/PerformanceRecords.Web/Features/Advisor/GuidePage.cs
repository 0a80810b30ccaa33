using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Advice;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Applications;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Workflow.Advice;

namespace PerformanceRecords.Web.Features.Advisor;

/// <summary>办理指引: the questions, and the one way that is right.</summary>
/// <param name="Actor">Null for people who have not signed in; nothing of anybody's is shown to them.</param>
public sealed record GuidePage(GuideForm Form, ProjectFinding? Finding, Advice Advice, Actor? Actor)
{
    public required IReadOnlyList<GuideStep> Steps { get; init; }

    /// <summary>The filing of the advised type that is open for the record already.</summary>
    public Guid? Open { get; init; }

    /// <summary>The address of this page with its answers.</summary>
    public required string Url { get; init; }

    public GuideQuestions Questions { get; } = new(Form, Finding, Advice.Situation);

    /// <summary>What the portal found; the text of the project field.</summary>
    public string Key => Finding?.Record is { } record ? record.ProjectNumber ?? record.ProjectName : Form.Text;

    public ApplicationType? Type => Advice.Type;

    /// <summary>Working days of all offices together.</summary>
    public int Days => Steps.Where(s => s.Office).Sum(s => s.Days ?? 0);

    /// <summary>Everything that has to be said at the start has been said.</summary>
    public bool Startable => Type is { } type
        && (!type.RaisesGrade || Form.DataGrade is not null)
        && (type.Askable == Sections.None || Advice.Asked != Sections.None)
        && (!type.NeedsRecord || Finding?.Record is not null);

    /// <summary>The start page with what was answered.</summary>
    public string StartUrl => Filtered.Url(
        ApplicationUrls.New(Type!),
        [
            ("record", Finding?.Record?.Id.ToString()),
            ("key", Finding?.Record is null ? Finding?.ProjectNumber : null),
            .. Advice.Asked.Each().Select(s => ("asked", (string?)s.ToString())),
            ("grade", Form.DataGrade?.ToString()),
            ("sector", Stated?.ToString()),
        ]);

    /// <summary>The same project with another wish: what the national platform lacks is brought, and a record with it.</summary>
    public string CompleteUrl => Filtered.Url(GuideUrls.Guide, ("key", Key.Length > 0 ? Key : null), ("wish", nameof(Wish.Complete)));

    public Sector? Stated => Type?.StatesSector == true ? Advice.Situation.Sector : null;

    /// <summary>What the two platforms hold, in words.</summary>
    public string ProvinceSays => Finding switch
    {
        { Record: not null } => "本单位有业绩记录",
        { Known.Provincial: true } => "有（其他单位的记录）",
        { Known.Provincial: false } => "无记录",
        _ => "还不知道",
    };

    public string NationSays => Finding switch
    {
        { National: { Answered: false } } => "暂时没有答复",
        { Known.National: null } => "要有项目编号才能查",
        { Known.National: Sections.None } => "无信息",
        { Known.National: { } shown } => "显示 " + string.Join("、", shown.Each().Select(s => Finding.ShownGrades.TryGetValue(s, out var grade) ? $"{s.Chinese()} {grade}级" : s.Chinese())),
        _ => "还不知道",
    };

    /// <summary>Nothing was found by what was typed: why, and what to do; null where something was.</summary>
    public string? NotFound { get; init; }

    public IEnumerable<string> Basis => Advice.Basis.Select(b => Notice.Of(b) is { } notice ? $"{b} · {notice.Number}" : b);
}

/// <summary>One step of the way with who takes it and how long it may take.</summary>
/// <param name="Kind">Look of the tag: wait for offices, ok for the portal, grey for the enterprise.</param>
public sealed record GuideStep(string Text, string Who, string Kind, string When, int? Days, bool Office);
