using FsCheck;
using FsCheck.Fluent;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Applications;

public sealed class RandomWalkTests
{
    private const int Walks = 10_000;
    private const int StepsPerWalk = 60;

    [Fact]
    public void NothingIsPublished_ThatARequiredLevelHasNotApproved()
    {
        const int Rounds = 6; // by chance, ten thousand walks may miss the end of the longest route
        var published = new HashSet<string>();
        for (var round = 0; round < Rounds && published.Count < Routes.All.Count; round++)
        {
            ForAllWalks(walk => PublishesOnlyWhatIsApproved(walk, published));
        }

        Assert.Equal(Routes.All.Select(r => r.Code).Order(), published.Order()); // the walks do get there
    }

    [Fact]
    public void ARefusedStep_ChangesNothing() => ForAllWalks((walk, choices) => choices.All(choice =>
    {
        var before = (walk.Stage, walk.Application.Version, walk.Taken.Count);
        return walk.TryAny(choice) || before == (walk.Stage, walk.Application.Version, walk.Taken.Count);
    }));

    [Fact]
    public void AFinalStage_StaysFinal() => ForAllWalks((walk, choices) =>
    {
        foreach (var choice in choices)
        {
            var final = walk.Stage.IsFinal();
            if (walk.TryAny(choice) && final)
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void AnOpenApplication_AlwaysHasAStepForSomebody() =>
        ForAllWalks(walk => walk.Stage.IsFinal() || Walk.Everybody.Any(actor => walk.Application.StepsFor(actor).Any()));

    [Fact]
    public void WhatIsWrittenDownForAnotherLevel_SaysWhose() => ForAllWalks(walk =>
        walk.Taken.Zip(walk.Events).All(t => t.Second.OnBehalfOf is { } other ? other == t.First.Step.By && t.First.Actor.Level != other : t.First.Step.By != Level.Ministry || t.First.Actor.Level == Level.Ministry));

    [Fact]
    public void AWithdrawal_IsOnlyTakenWhileNobodyHasDecided() => ForAllWalks(walk =>
        walk.Taken.Zip(walk.Taken.Skip(1)).All(pair => pair.Second.Step.Does != Act.Withdraw || pair.First.Step.Does == Act.Submit));

    private static bool PublishesOnlyWhatIsApproved(Walk walk, HashSet<string> published)
    {
        var route = Routes.Of(walk.Application.RouteCode);
        if (!walk.Taken.Exists(t => t.Step.And.Any(e => e is Push or PublishToServiceNetwork)))
        {
            return walk.Application.ApprovedAt is null;
        }

        published.Add(route.Code);
        var required = route.MainLine.Where(s => s.Does.IsApproval()).ToArray();
        return walk.Stage == Stage.Completed
            && required.All(r => walk.Taken.Exists(t => t.Step == r))
            && walk.Taken.TrueForAll(t => !t.Step.Does.IsApproval() || IsResponsible(t.Actor, t.Step, route))
            && (required.Length == 0 || walk.Taken[^1].Step == required[^1]);
    }

    private static bool IsResponsible(Actor actor, Step step, Route route) => step.By switch
    {
        Level.City => actor == Walk.City || (actor == Walk.County && route.Delegable.Contains(step.At)),
        Level.Province => actor == Walk.Province,
        Level.Ministry => actor == Walk.Ministry || (actor == Walk.Province && route.RecorderAt(step.At) == Level.Province),
        _ => false,
    };

    private static void ForAllWalks(Func<Walk, bool> holds) => ForAllWalks((walk, choices) =>
    {
        foreach (var choice in choices)
        {
            _ = choice % 4 == 0 ? walk.TryAny(choice / 4) : walk.TryLegal(choice / 4);
        }

        return holds(walk);
    });

    private static void ForAllWalks(Func<Walk, int[], bool> holds)
    {
        var choices = Gen.Choose(0, int.MaxValue - 1).ArrayOf(StepsPerWalk);
        var ways = Gen.Elements(ApplicationTypes.All.SelectMany(type => type.OtherRoutes.Prepend(type.Route).Select(route => (type, route))).ToArray());
        var walks = ways.SelectMany(way => choices.Select(chosen => (way, chosen))).ToArbitrary();
        Prop.ForAll(walks, w => holds(new Walk(w.way.type, w.way.route), w.chosen))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Walks));
    }
}
