using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Advice;

/// <summary>Reads the decision table: for the guide, and to guard submission.</summary>
public static class Advisor
{
    private const string Notice391 = "391号文";
    private const string NotProvidedFor = "问题解答没有规定这种情况的办理方式，请联系项目所在地设区市建设主管部门";

    public static Advice Advise(Situation situation)
    {
        var verdicts = Branches.All.Select(b => new Verdict(b, situation)).ToList();
        var chosen = verdicts.Find(v => v.Holds);
        var possible = verdicts.Where(v => v.IsPossible).ToList();
        var branch = chosen?.Branch;
        var reached = branch is null && possible.Count == 0 ? Reached(situation) : null;
        var lacking = branch is null && possible.Count == 0 && reached is null ? Lacking(verdicts) : [];
        return new Advice
        {
            Situation = situation,
            Branch = branch,
            Because = branch is null ? [] : [.. branch.When.Where(c => c.Question != Question.Wish).Select(c => c.Text)],
            Basis = branch is null ? [] : BasisOf(branch),
            Evidence = branch is null ? [] : EvidenceOf(branch, situation),
            Steps = branch is null ? [] : StepsOf(branch.Type, branch.Asks(situation), situation.Sector),
            Others = [.. ApplicationTypes.All.Where(t => t != branch?.Type).Select(t => WhyNot(t, verdicts))],
            Open = branch is null ? [.. possible.SelectMany(v => v.Unknown).Select(c => c.Question).Distinct().Order()] : [],
            Reached = reached,
            Lacking = lacking.Count > 0 ? Words(lacking) : branch is null && possible.Count == 0 && reached is null ? [NotProvidedFor] : [],
            Remedies = [.. lacking.SelectMany(v => v.Broken).Select(c => c.Remedy).OfType<string>().Distinct()],
            Afterwards = branch is null ? [] : Afterwards(branch, situation),
        };
    }

    /// <summary>Nothing where the type may be filed in this situation; else why not, and the module that is right.</summary>
    public static IEnumerable<Breach> Guard(ApplicationType type, Situation situation)
    {
        // filing it says what is wanted
        var own = Branches.All.Where(b => b.Type == type).ToList();
        var verdicts = own.Select(b => new Verdict(b, situation, leaveOut: Question.Wish)).ToList();
        if (verdicts.Count == 0 || verdicts.Exists(v => v.IsPossible))
        {
            yield break;
        }

        // what was asked for is what is talked about
        var nearest = verdicts.MinBy(v => (v.Broken.Exists(c => c.Question == Question.Target), v.Broken.Count))!;
        var broken = nearest.Broken[0];
        var better = BetterThan(type, situation, own);
        yield return new($"route-{broken.Question.ToString().ToLowerInvariant()}", FieldOf(broken.Question), better is null
            ? $"{broken.Otherwise}，不能办理{type.Title}。{broken.Remedy}"
            : $"{broken.Otherwise}，不能办理{type.Title}。请在“{better.Module}”办理{better.Title}。");
    }

    /// <summary>What somebody who files a type wants.</summary>
    public static Wish? WishOf(ApplicationType type)
    {
        foreach (var wish in Enum.GetValues<Wish>())
        {
            if (Branches.All.Any(b => b.Type == type && b.When.All(c => c.Question != Question.Wish || c.Holds(new Situation { Wish = wish }) == true)))
            {
                return wish;
            }
        }

        return null;
    }

    /// <summary>The questions that matter for this kind of works and this wish.</summary>
    /// <param name="settled">What the platforms say, which is not up for an answer; the rest of it is left open.</param>
    public static IReadOnlyList<Question> Questions(Situation situation, Situation? settled = null)
    {
        var asked = new Situation
        {
            Wish = situation.Wish,
            Sector = situation.Sector,
            Provincial = settled?.Provincial,
            OwnRecord = settled?.OwnRecord,
            National = settled?.National,
        };
        return [.. Branches.All.Where(b => new Verdict(b, asked).IsPossible).SelectMany(b => b.When).Select(c => c.Question).Distinct().Order()];
    }

    private static ApplicationType? BetterThan(ApplicationType type, Situation situation, IReadOnlyList<Branch> own)
    {
        var wishes = Enum.GetValues<Wish>().Where(w => own.Any(b => b.When.All(c => c.Question != Question.Wish || c.Holds(new Situation { Wish = w }) == true)));
        return wishes.Select(wish => situation with { Wish = wish, Target = null })
            .SelectMany(s => Branches.All.Where(b => b.Type != type && new Verdict(b, s).IsPossible))
            .FirstOrDefault()?.Type;
    }

    private static string FieldOf(Question question) => question switch
    {
        Question.Sector => "Basic.PrjTypeNum",
        Question.Provincial or Question.OwnRecord or Question.National => "Basic.PrjNum",
        Question.Target => "Asked",
        Question.InProvince => "Basic.CountyNum",
        Question.Completed => "Basic.EDate",
        _ => "",
    };

    private static List<EvidenceRule> EvidenceOf(Branch branch, Situation situation)
    {
        var facts = new FilingFacts
        {
            Stage = Stage.Draft,
            Sector = situation.Sector ?? Sector.Building,
            Today = default,
            Sections = situation.Reviewed == true && branch.Type.StatesSector
                ? new Dictionary<Sections, SectionValues> { [Sections.DrawingReview] = SectionValues.Of(("ProvinceCensorNum", "有")) }
                : new Dictionary<Sections, SectionValues>(),
            EvidenceKinds = new HashSet<string>(),
            Asked = branch.Asks(situation),
            ProjectDate = situation.Before2016 == false ? new DateOnly(2016, 1, 1) : null,
        };
        return [.. branch.Type.Plans.SelectMany(p => p.Evidence).Where(r => r.AppliesTo(facts)).DistinctBy(r => r.Title)];
    }

    // the ministry's notice on project information stands behind whatever is shown nationally
    private static List<string> BasisOf(Branch branch)
    {
        List<string> basis = [branch.Type.Basis, $"问题解答 {branch.Source}"];
        if (branch.Type.Route.Destinations.Contains(Publication.Destination.NationalPlatform))
        {
            basis.Add(Notice391);
        }

        return basis;
    }

    private static List<AdviceStep> StepsOf(ApplicationType type, Sections asked, Sector? sector)
    {
        var steps = type.Route.MainLine.Select(s => new AdviceStep(s.At, s.By, Say(type, s))).ToList();
        steps.AddRange(type.Route.MainLine.Last().And.Select(e => e switch
        {
            Push when type.RaisesGrade => $"推送部平台，{asked.InWords()}显示新的等级" + (sector is { } works && asked.HasFlag(Types.Upgrade.CarrierOf(works)) ? "，基本信息随之升级" : ""),
            Push when type.IsChangeSet => "推送部平台，可查改正后的内容",
            Push { Sections: Sections.None } => $"推送部平台，可查{asked.InWords()}",
            Push push => $"推送部平台，可查{push.Sections.InWords()}",
            PublishToServiceNetwork => "推送政务网",
            _ => null,
        }).OfType<string>().Select(text => new AdviceStep(null, Level.Platform, text)));
        return steps;
    }

    private static string Say(ApplicationType type, Step step) => (step.Does, step.At) switch
    {
        (Act.Submit, Stage.FillIn) => $"在“{type.Module}”填报并上传材料",
        (Act.Submit, _) => "提交申请和佐证材料",
        (Act.Verify, _) => "核实项目信息",
        (Act.SignLetter, _) => step.And.OfType<SendLetter>().FirstOrDefault() is { } letter ? $"向{letter.To.Chinese()}提出书面申请（函）" : "出具业绩确认函",
        (Act.OpenPort, _) => "开通补录端口",
        (Act.RecordPermit, _) => "等施工许可证办理后自动受理",
        (Act.Confirm, _) => "审核确认",
        _ => step.Does.Chinese(),
    };

    private static WhyNot WhyNot(ApplicationType type, List<Verdict> verdicts)
    {
        var own = verdicts.Where(v => v.Branch.Type == type).MinBy(v => v.Broken.Count);
        return new(type, own switch
        {
            null => "不在判断表里",

            // a fact says more than what was wished for
            { Broken: [var first, ..] } => (own.Broken.Find(c => c.Question != Question.Wish) ?? first).Otherwise,
            { Unknown: [var unknown, ..] } => $"要先知道“{unknown.Question.Chinese()}”",
            _ => "也适用",
        });
    }

    // what was wished for and the kind of works are given; what can be changed is said
    private static List<Verdict> Lacking(List<Verdict> verdicts)
    {
        var wished = verdicts.Where(v => !v.Broken.Exists(c => c.Question is Question.Wish or Question.Sector or Question.Target)).ToList();

        // what can be brought about comes first; what is there already is not lacking
        List<Func<Verdict, bool>> nearer = [v => v.Broken.TrueForAll(c => c.Mendable), v => !v.Broken.Exists(c => c.Reached), _ => true];
        var near = nearer.Select(n => wished.Where(n).ToList()).FirstOrDefault(n => n.Count > 0) ?? [];
        var fewest = near.Count == 0 ? 0 : near.Min(v => v.Broken.Count);
        return near.FindAll(v => v.Broken.Count == fewest);
    }

    private static List<string> Words(List<Verdict> lacking) =>
        [.. lacking.Select(v => $"{v.Branch.Type.Title}：{string.Join("，", v.Broken.Select(c => c.Otherwise))}").Distinct()];

    private static string? Reached(Situation situation) => situation switch
    {
        { Wish: Wish.Enter or Wish.Complete, Sector: { } sector, National: { } shown } when Wanted(sector, situation.Target) is var wanted && (wanted & ~shown) == 0 =>
            $"部平台已经显示这个项目的{wanted.InWords()}，不用再补",
        { Wish: Wish.Raise, Raisable: false } => "部平台上已经是要升到的等级，不用再升",
        _ => null,
    };

    private static Sections Wanted(Sector sector, Sections? target) =>
        sector is Sector.Survey or Sector.OtherIndustry ? SectionSets.OutOfSector : (target ?? SectionSets.Complete) & SectionSets.Complete;

    private static List<ApplicationType> Afterwards(Branch branch, Situation situation)
    {
        // a completion takes one module at a time, and a qualification goes on to the indicator library
        var next = new List<ApplicationType>();
        if (situation.Wish == Wish.Qualify && branch.Type != Types.IndicatorLibrary.Type)
        {
            next.Add(Types.IndicatorLibrary.Type);
        }

        if (situation.Missing is { } missing && situation.National != Sections.None && branch.Type.Askable != Sections.None && !branch.Type.IsChangeSet && situation.Wish != Wish.Raise)
        {
            next.AddRange(new[] { Types.CompletionOfIndicators.Type, Types.CompletionOfPersonnel.Type }
                .Where(t => t != branch.Type && (missing & t.Askable) != 0));
        }

        return next;
    }

    private sealed class Verdict
    {
        public Verdict(Branch branch, Situation situation, Question? leaveOut = null)
        {
            Branch = branch;
            foreach (var condition in branch.When.Where(c => c.Question != leaveOut))
            {
                switch (condition.Holds(situation))
                {
                    case false:
                        Broken.Add(condition);
                        break;
                    case null:
                        Unknown.Add(condition);
                        break;
                }
            }
        }

        public Branch Branch { get; }

        public List<Condition> Broken { get; } = [];

        public List<Condition> Unknown { get; } = [];

        public bool IsPossible => Broken.Count == 0;

        public bool Holds => Broken.Count == 0 && Unknown.Count == 0;
    }
}
