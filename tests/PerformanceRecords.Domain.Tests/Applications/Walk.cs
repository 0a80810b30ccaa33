using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Tests.Applications;

/// <summary>One application walking a route among people of every level, of whom some are not responsible for it.</summary>
internal sealed class Walk
{
    private static readonly DateTime Now = new(2026, 11, 20, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Act[] Acts = Enum.GetValues<Act>();

    public Walk(ApplicationType type, Route? route = null)
    {
        Application = Application.Start(type, Enterprise, Now);
        Application.GoBy(route ?? type.Route);
        Application.Describe("鼓楼医院江北国际医院二期", "3201111908180101", "320111", Sector.Building);
    }

    public static Actor Enterprise { get; } = Someone(Level.Enterprise, "320100");

    public static Actor City { get; } = Someone(Level.City, "320100");

    public static Actor OtherCity { get; } = Someone(Level.City, "320500");

    public static Actor County { get; } = Someone(Level.County, "320111");

    public static Actor Province { get; } = Someone(Level.Province, "320000");

    public static Actor Ministry { get; } = Someone(Level.Ministry, "000000");

    public static IReadOnlyList<Actor> Everybody { get; } =
    [
        Enterprise, Someone(Level.Enterprise, "320100"), City, OtherCity, County, Someone(Level.County, "320102"), Province, Ministry,
        Someone(Level.Auditor, "320000"), Someone(Level.Administrator, "320000"), Actor.Platform,
    ];

    public Application Application { get; }

    public List<(Actor Actor, Step Step)> Taken { get; } = [];

    public List<ApplicationEvent> Events { get; } = [];

    public Stage Stage => Application.Stage;

    /// <summary>Tries an act; false when the route refused it.</summary>
    public bool Try(Actor actor, Act act)
    {
        if (Application.StepFor(actor, act) is not { } step)
        {
            return false;
        }

        Events.Add(Application.Take(step, actor, "理由", Now, null, null));
        Taken.Add((actor, step));
        return true;
    }

    public Walk Do(Actor actor, Act act) => Try(actor, act) ? this : throw new StepRefusedException(Stage, actor.Level, act);

    /// <summary>Lets a number choose who does what, legal or not.</summary>
    public bool TryAny(int choice)
    {
        var pairs = Everybody.Count * Acts.Length;
        var index = (int)((uint)choice % pairs);
        return Try(Everybody[index / Acts.Length], Acts[index % Acts.Length]);
    }

    /// <summary>Lets a number choose among the legal steps.</summary>
    public bool TryLegal(int choice)
    {
        var legal = Everybody.SelectMany(actor => Application.StepsFor(actor).Select(step => (actor, step.Does))).ToArray();
        if (legal.Length == 0)
        {
            return false;
        }

        var (who, act) = legal[(uint)choice % legal.Length];
        return Try(who, act);
    }

    private static Actor Someone(Level level, string region) => new(Guid.NewGuid(), level.ToString(), level, Guid.NewGuid(), level.ToString(), region);
}
