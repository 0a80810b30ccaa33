using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Domain.Records;

/// <summary>项目特征: by what one project is told from another. Compared in the form in which spelling does not matter.</summary>
public sealed record ProjectIdentity(string Number, string Code, string Name, string Owner, IReadOnlyCollection<string> Contracts)
{
    private const double NearlySame = 0.75;

    private static readonly string[] Endings = ["建设工程", "建设项目", "新建工程", "工程", "项目"];

    /// <summary>Without spaces, punctuation and the difference of full and half width.</summary>
    public static string Plain(string text) =>
        string.Concat(TypedText.HalfWidth(text).Where(c => char.IsLetterOrDigit(c))).ToUpperInvariant();

    /// <summary>A project's name without the words every project ends in.</summary>
    public static string PlainName(string name)
    {
        var plain = Plain(name);
        var ending = Array.Find(Endings, e => plain.Length > e.Length + 2 && plain.EndsWith(e, StringComparison.Ordinal));
        return ending is null ? plain : plain[..^ending.Length];
    }

    public static ProjectIdentity Of(SectionValues basic, SectionValues contracts) => new(
        basic[nameof(BasicInfo.PrjNum)], basic[nameof(BasicInfo.PrjCode)], basic[nameof(BasicInfo.PrjName)], basic[nameof(BasicInfo.BuildCorpName)],
        [.. Enumerable.Range(0, contracts.Rows.Count).Select(row => contracts[nameof(Contract.ContractNum), row]).Where(n => n.Length > 0)]);

    /// <summary>As keys for looking it up; blank ones left out.</summary>
    public IEnumerable<(ProjectKeyKind Kind, string Value)> Keys()
    {
        IEnumerable<(ProjectKeyKind, string)> keys =
        [
            (ProjectKeyKind.Number, Plain(Number)), (ProjectKeyKind.Code, Plain(Code)), (ProjectKeyKind.Name, PlainName(Name)), (ProjectKeyKind.Owner, Plain(Owner)),
            .. Contracts.Select(c => (ProjectKeyKind.Contract, Plain(c))),
        ];
        return keys.Where(k => k.Item2.Length is > 0 and <= 200).Distinct();
    }

    /// <summary>The keys one of which two projects must share to be surely the same; an owner alone is not enough.</summary>
    public IEnumerable<string> TellingKeys() => Keys().Where(k => k.Kind != ProjectKeyKind.Owner).Select(k => k.Value).Distinct();

    /// <summary>Why two may be the same project, the strongest first; and whether they surely are.</summary>
    public Likeness Compare(ProjectIdentity other)
    {
        var owner = Same(Owner, other.Owner, Plain);
        var name = Same(Name, other.Name, PlainName);
        var contract = Contracts.Select(Plain).Intersect(other.Contracts.Select(Plain)).Any(c => c.Length > 0);
        var code = Same(Code, other.Code, Plain);
        var number = Same(Number, other.Number, Plain);
        var near = !name && owner && Similarity(PlainName(Name), PlainName(other.Name)) >= NearlySame;
        List<string> reasons =
        [
            .. Say(number, "项目编号相同"), .. Say(code, "项目代码相同"), .. Say(contract, "合同编号相同"), .. Say(name, "项目名称相同"),
            .. Say(near, "项目名称相近"), .. Say(owner, "建设单位相同"),
        ];

        // two codes of the investment platform are two projects, whatever they are called
        var contradicted = !code && Plain(Code).Length > 0 && Plain(other.Code).Length > 0;
        var certain = !contradicted && (number || code || (name && owner) || (contract && owner));
        return new Likeness(certain, certain || number || contract || near || (name && (owner || !contradicted)), reasons);
    }

    private static string[] Say(bool holds, string reason) => holds ? [reason] : [];

    private static bool Same(string a, string b, Func<string, string> plain) => plain(a) is { Length: > 0 } text && text == plain(b);

    private static double Similarity(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        foreach (var (letter, at) in a.Select((c, i) => (c, i)))
        {
            var row = new int[b.Length + 1];
            row[0] = at + 1;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], previous[j]) + 1, previous[j - 1] + (letter == b[j - 1] ? 0 : 1));
            }

            previous = row;
        }

        return 1 - ((double)previous[b.Length] / Math.Max(a.Length, b.Length));
    }
}

/// <summary>How alike two projects are.</summary>
/// <param name="Certain">They are the same.</param>
/// <param name="Likely">A person should look.</param>
public sealed record Likeness(bool Certain, bool Likely, IReadOnlyList<string> Reasons);
