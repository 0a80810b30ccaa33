using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Advice;

/// <summary>Reads the decision table: for the guide, and to guard submission.</summary>
public static class Advisor
{
    public static Advice Advise(Situation situation)
    {
        var verdicts = Branches.All.Select(b => new Verdict(b, situation)).ToList();
        var chosen = verdicts.Find(v => v.Holds);
        var possible = verdicts.Where(v => v.IsPossible).ToList();
        var branch = chosen?.Branch;
        return new Advice
        {
            Situation = situation,
            Branch = branch,
            Because = branch is null ? [] : [.. branch.When.Where(c => c.Question != Question.Wish).Select(c => c.Text)],
            Basis = branch is null ? [] : [branch.Type.Basis, $"问题解答 {branch.Source}"],
            Evidence = branch is null ? [] : EvidenceOf(branch, situation),
            Steps = branch is null ? [] : StepsOf(branch.Type, branch.Asks(situation)),
            Others = [.. ApplicationTypes.All.Where(t => t != branch?.Type).Select(t => WhyNot(t, verdicts))],
            Open = branch is null ? [.. possible.SelectMany(v => v.Unknown).Select(c => c.Question).Distinct().Order()] : [],
            Lacking = branch is null && possible.Count == 0 ? Lacking(verdicts) : [],
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
            ? $"{broken.Otherwise}，不能办理{type.Title}。"
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

    /// <summary>The questions that matter for this kind of works and this wish, whatever else is known.</summary>
    public static IReadOnlyList<Question> Questions(Situation situation)
    {
        var asked = new Situation { Wish = situation.Wish, Sector = situation.Sector };
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

    private static List<AdviceStep> StepsOf(ApplicationType type, Sections asked)
    {
        var steps = type.Route.MainLine.Select(s => new AdviceStep(s.At, s.By, Say(type, s))).ToList();
        steps.AddRange(type.Route.MainLine.Last().And.Select(e => e switch
        {
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
            { Broken: [var broken, ..] } => broken.Otherwise,
            { Unknown: [var unknown, ..] } => $"还不知道：{unknown.Question.Chinese()}",
            _ => "也适用",
        });
    }

    // what was wished for and the kind of works are given; what can be changed is said
    private static List<string> Lacking(List<Verdict> verdicts)
    {
        var wished = verdicts.Where(v => !v.Broken.Exists(c => c.Question is Question.Wish or Question.Sector or Question.Target)).ToList();
        var fewest = wished.Count == 0 ? 0 : wished.Min(v => v.Broken.Count);
        return wished.Count == 0
            ? ["问题解答没有规定这种情况的办理方式，请联系项目所在地设区市建设主管部门"]
            : [.. wished.Where(v => v.Broken.Count == fewest).Select(v => $"{v.Branch.Type.Title}：{string.Join("，", v.Broken.Select(c => c.Otherwise))}").Distinct()];
    }

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
