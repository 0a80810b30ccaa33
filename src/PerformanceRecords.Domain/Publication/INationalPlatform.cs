using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Domain.Publication;

/// <summary>部平台, asked what the public sees there of a project. The edge to HTTP.</summary>
public interface INationalPlatform
{
    /// <summary>Never throws over what the platform does: no answer is an answer too.</summary>
    Task<NationalAnswer> LookAsync(string projectNumber, CancellationToken cancellation = default);
}

/// <summary>What the national platform said.</summary>
/// <param name="Answered">False where it could not be asked; nothing is known then.</param>
/// <param name="Name">The project's name there; null where it shows nothing.</param>
/// <param name="Parts">What it shows, section by section, one of each source.</param>
public sealed record NationalAnswer(bool Answered, string? Name, IReadOnlyList<NationalPart> Parts, DateTime At)
{
    /// <summary>The sections it shows, each at its grade.</summary>
    public IReadOnlyDictionary<Sections, DataGrade> Shown { get; } = Parts.GroupBy(p => p.Section).ToDictionary(g => g.Key, g => g.Max(p => p.Grade));

    public Sections Sections => Shown.Keys.Aggregate(Records.Sections.None, (all, s) => all | s);

    /// <summary>As far as it concerns an enterprise: another's contracts and indicators of the same project are not its own.</summary>
    /// <param name="creditCode">Null for whoever asks about the project as such.</param>
    public NationalAnswer For(string? creditCode) => creditCode is null ? this : new(Answered, Name, [.. Parts.Where(p => p.Concerns(creditCode))], At);
}

/// <summary>One section of one source.</summary>
/// <param name="Companies">The codes of the enterprises its rows are about, where the section is an enterprise's; none where they do not say.</param>
public sealed record NationalPart(Sections Section, DataGrade Grade, IReadOnlyCollection<string> Companies)
{
    internal bool Concerns(string creditCode) => Companies.Count == 0 || Companies.Contains(creditCode)
        || (CreditCode.IsValid(creditCode) && Companies.Contains(CreditCode.LegacyOf(creditCode)));
}
