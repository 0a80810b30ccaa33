using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PerformanceRecords.DataStandard;

namespace PerformanceRecords.PlatformSandbox.Facts;

/// <summary>One platform: what it accepted, and what it shows. Everything is in memory; the journal makes it last.</summary>
public sealed class Platform(string channel, string title, Journal journal)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Fact>> projects = [];
    private readonly Dictionary<string, Fact> byKey = [];
    private readonly Dictionary<string, Fact> byReceipt = [];
    private readonly Dictionary<(string Field, string Number), string> numbers = [];
    private long lastNumber;

    public string Channel { get; } = channel;

    public string Title { get; } = title;

    public Verdict Submit(Submission sent, DateTime now, TimeSpan showDelay)
    {
        lock (gate)
        {
            if (byKey.TryGetValue(sent.IdempotencyKey, out var earlier))
            {
                return earlier.RequestDigest == sent.RequestDigest
                    ? new Verdict.Known(earlier, SameKey: true)
                    : Refuse(409, "key-reused", "幂等键已用于另一份内容", $"幂等键 {sent.IdempotencyKey} 已对应回执 {earlier.Receipt}");
            }

            var digest = FactDigest(sent.PrjNum, sent.Section.Slug, sent.Body);
            var latest = Latest(sent.PrjNum, sent.Section.Slug, sent.Source);
            if (latest?.FactDigest == digest)
            {
                return new Verdict.Known(latest, SameKey: false);
            }

            if (Objection(sent, latest) is { } refused)
            {
                return refused;
            }

            var fact = new Fact
            {
                Number = ++lastNumber,
                Channel = Channel,
                PrjNum = sent.PrjNum,
                Section = sent.Section.Slug,
                Source = sent.Source,
                IdempotencyKey = sent.IdempotencyKey,
                Receipt = string.Create(CultureInfo.InvariantCulture, $"HZ{now:yyyyMMdd}{lastNumber:D8}"),
                Grade = sent.Grade,
                RequestDigest = sent.RequestDigest,
                FactDigest = digest,
                Body = sent.Body,
                AcceptedAt = now,
                VisibleAt = now + showDelay,
                Deletes = sent.Deletes,
            };
            journal.Append(new FactEntry(fact));
            Keep(fact);
            return new Verdict.Accepted(fact);
        }
    }

    public Fact? ByKey(string key)
    {
        lock (gate)
        {
            return byKey.GetValueOrDefault(key);
        }
    }

    public Fact? ByReceipt(string receipt)
    {
        lock (gate)
        {
            return byReceipt.GetValueOrDefault(receipt);
        }
    }

    /// <summary>The public sees newer content from the same source in its place.</summary>
    public bool IsSuperseded(Fact fact, DateTime now)
    {
        lock (gate)
        {
            return projects.TryGetValue(fact.PrjNum, out var facts)
                && facts.Exists(f => f.Section == fact.Section && f.Source == fact.Source && f.Number > fact.Number && f.VisibleAt <= now);
        }
    }

    public ShownProject? Show(string prjNum, DateTime now)
    {
        lock (gate)
        {
            return projects.TryGetValue(prjNum, out var facts) ? PublicView.Of(prjNum, facts, now) : null;
        }
    }

    /// <summary>Shown projects whose number or name contains the text, newest change first.</summary>
    public IReadOnlyList<ShownProject> Search(string text, DateTime now, int limit)
    {
        lock (gate)
        {
            return
            [
                .. projects.Select(p => PublicView.Of(p.Key, p.Value, now))
                    .OfType<ShownProject>()
                    .Where(p => p.PrjNum.Contains(text, StringComparison.Ordinal) || p.PrjName.Contains(text, StringComparison.OrdinalIgnoreCase))
                    .OrderByDescending(p => p.ChangedAt)
                    .Take(limit),
            ];
        }
    }

    public IReadOnlyList<Fact> Facts
    {
        get
        {
            lock (gate)
            {
                return [.. projects.Values.SelectMany(f => f).OrderBy(f => f.Number)];
            }
        }
    }

    public (int Projects, int Facts) Count
    {
        get
        {
            lock (gate)
            {
                return (projects.Count, byKey.Count);
            }
        }
    }

    /// <summary>Changes or removes a section behind everybody's back, as an operator of the platform might.</summary>
    public bool Alter(string prjNum, string section, string? source, Func<Fact, Fact?> change)
    {
        lock (gate)
        {
            if (Latest(prjNum, section, source) is not { } fact)
            {
                return false;
            }

            var entry = new AlterationEntry(Channel, prjNum, section, fact.Source, change(fact) is { } changed
                // what was sent before is no longer what it has
                ? changed with { Altered = true, FactDigest = "" }
                : null);
            journal.Append(entry);
            Apply(entry);
            return true;
        }
    }

    internal void Keep(Fact fact)
    {
        if (!projects.TryGetValue(fact.PrjNum, out var facts))
        {
            projects[fact.PrjNum] = facts = [];
        }

        facts.Add(fact);
        byKey[fact.IdempotencyKey] = fact;
        byReceipt[fact.Receipt] = fact;
        lastNumber = Math.Max(lastNumber, fact.Number);
        foreach (var number in NumbersOf(fact.Section, fact.Body))
        {
            numbers[number] = fact.PrjNum;
        }
    }

    internal void Apply(AlterationEntry entry)
    {
        var facts = projects[entry.PrjNum];
        var at = facts.FindLastIndex(f => f.Section == entry.Section && f.Source == entry.Source);
        if (entry.Replacement is { } replacement)
        {
            facts[at] = replacement;
        }
        else
        {
            facts.RemoveAll(f => f.Section == entry.Section && f.Source == entry.Source);
        }
    }

    internal void Clear()
    {
        lock (gate)
        {
            projects.Clear();
            byKey.Clear();
            byReceipt.Clear();
            numbers.Clear();
        }
    }

    private Verdict.Refused? Objection(Submission sent, Fact? latest)
    {
        if (sent.Section.After.FirstOrDefault(needed => Latest(sent.PrjNum, needed) is null) is { } missing)
        {
            return Refuse(409, "out-of-order", "前置环节尚未登记", $"请先报送{SectionNames.Find(missing)!.Title}");
        }

        if (sent.FromGrade is { } from && from != latest?.Grade)
        {
            return Refuse(409, "grade-conflict", "数据等级与平台不一致", $"平台现为 {latest?.Grade ?? "无"} 级，报送的原等级为 {from} 级");
        }

        if (latest is not null && string.CompareOrdinal(sent.Grade, latest.Grade) > 0)
        {
            return Refuse(409, "grade-conflict", "数据等级只升不降", $"平台现为 {latest.Grade} 级，不能改为 {sent.Grade} 级");
        }

        var taken = NumbersOf(sent.Section.Slug, sent.Body)
            .Where(n => numbers.TryGetValue(n, out var owner) && owner != sent.PrjNum)
            .Select(n => new FieldError(1, n.Field, "DUPLICATE", $"{n.Number} 已在项目 {numbers[n]} 登记"))
            .ToList();
        return taken.Count > 0 ? new Verdict.Refused(422, "field-errors", "数据不符合标准", "编号已在其他项目登记", taken) : null;
    }

    private static Verdict.Refused Refuse(int status, string kind, string title, string detail) => new(status, kind, title, detail, []);

    private Fact? Latest(string prjNum, string section, string? source = null) =>
        projects.TryGetValue(prjNum, out var facts) ? facts.FindLast(f => f.Section == section && (source is null || f.Source == source)) : null;

    private static IEnumerable<(string Field, string Number)> NumbersOf(string section, JsonElement body) =>
        from row in body.GetProperty("Rows").EnumerateArray()
        from field in SectionNames.Find(section)!.NumberFields
        let number = CrossCheck.Text(row, field)
        where number is not null
        select (section + "." + field, number);

    private static string FactDigest(string prjNum, string section, JsonElement body)
    {
        var said = $"{prjNum}\n{section}\n{CrossCheck.Text(body, "UpdateFlag")}\n{CrossCheck.Text(body, "DataLevel")}\n{body.GetProperty("Rows").GetRawText()}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
    }
}
