using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Web.Features.Letters;
using PerformanceRecords.Workflow.Letters;

namespace PerformanceRecords.Web.Features.LetterTemplates;

/// <summary>What the list of templates shows.</summary>
public sealed record TemplatesPage(Actor Actor, IReadOnlyDictionary<LetterKind, (int Version, DateTime SavedAt, string SavedByName)> Newest, IReadOnlyList<string> Keepers)
{
    public const string Path = "/letters/templates";

    public IReadOnlyList<LetterKind> Kinds => LetterText.KindsOf(Actor.Level);

    public bool MayChange => Actor.MayAdminister;

    /// <summary>Who may change them, said to whom may only look.</summary>
    public static string KeptBy(IReadOnlyList<string> keepers) => keepers.Count == 0
        ? "模板由本单位管理员修改，本单位还没有设管理员，请联系系统管理员。您可以查看和试打印。"
        : $"模板由本单位管理员（{string.Join("、", keepers)}）修改，您可以查看和试打印。";

    public static string UrlOf(LetterKind kind) => $"{Path}/{kind.ToString().ToLowerInvariant()}";
}

/// <summary>What the page of one template shows.</summary>
public sealed record TemplatePage(LetterKind Kind, LetterWording Wording, int Version, Actor Actor, DateOnly Today)
{
    public IReadOnlyList<LetterTemplate> Versions { get; init; } = [];

    public IReadOnlyList<Breach> Breaches { get; init; } = [];

    /// <summary>The people who may change it.</summary>
    public IReadOnlyList<string> Keepers { get; init; } = [];

    public bool MayChange => Actor.MayAdminister;

    public string Url => TemplatesPage.UrlOf(Kind);

    public string Title => LetterWords.KindOf(Kind);

    public string Source => Version == 0 ? "门户自带，本单位还没有改过" : $"本单位第 {Version} 版";

    public LetterPaper Paper => SampleLetter.Of(Kind, Wording, Actor, Today);
}

/// <summary>The words of a template as they are sent.</summary>
public sealed class TemplateForm
{
    public int Version { get; set; }

    public LetterLayout Layout { get; set; }

    public string? Title { get; set; }

    public string? Addressee { get; set; }

    public string? Body { get; set; }

    public string? CopyTo { get; set; }

    public string? Note { get; set; }

    public LetterWording Wording => new(Version, Layout, Title ?? "", Addressee ?? "", Body ?? "", CopyTo, Note);
}
