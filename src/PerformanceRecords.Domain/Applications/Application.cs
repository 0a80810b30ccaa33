using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications;

/// <summary>申请（一件）: what an enterprise files, from its first draft to the last decision.</summary>
public sealed class Application
{
    private Application()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>受理号, given at the first submission, such as BL-320100-2026-000418.</summary>
    public string? Number { get; private set; }

    public string TypeCode { get; private set; } = "";

    /// <summary>The route it goes by; pinned, so that a changed notice does not move open cases.</summary>
    public string RouteCode { get; private set; } = "";

    public Stage Stage { get; private set; }

    public DateTime StageSince { get; private set; }

    /// <summary>The organisation that has to act now; null when nobody has.</summary>
    public Guid? HolderId { get; private set; }

    /// <summary>The last day on which the holder is in time, in China.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The stage that asked for an amendment, to which it goes back.</summary>
    public Stage? AskedAt { get; private set; }

    /// <summary>The stage the enterprise submitted from, to which a withdrawal goes back.</summary>
    public Stage? SubmittedFrom { get; private set; }

    /// <summary>Nobody has decided on the current submission yet, so it may be withdrawn.</summary>
    public bool Undecided { get; private set; }

    public Guid EnterpriseId { get; private set; }

    public Guid? RecordId { get; private set; }

    public string ProjectName { get; private set; } = "";

    public string? ProjectNumber { get; private set; }

    /// <summary>County of the project, six digits; empty until it is filled in.</summary>
    public string RegionCode { get; private set; } = "";

    public string CityCode { get; private set; } = "";

    public Sector Sector { get; private set; }

    /// <summary>What the application is about, where the type does not fix it: the sections to complete, correct or raise.</summary>
    public Sections Asked { get; private set; }

    /// <summary>The grade an upgrade asks for.</summary>
    public DataGrade? AskedGrade { get; private set; }

    /// <summary>The kind of works as the enterprise stated it, where the project category cannot tell survey from design.</summary>
    public Sector? StatedSector { get; private set; }

    /// <summary>What the national platform showed of the project when it was last asked; null where nobody asked.</summary>
    public Sections? NationalSections { get; private set; }

    public DateTime? NationalSeenAt { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public Guid CreatedBy { get; private set; }

    /// <summary>Last change by anybody, for ordering and for cleaning up stale drafts.</summary>
    public DateTime ChangedAt { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    public int Submissions { get; private set; }

    /// <summary>已通过: when the last required level approved. Not when it was shown anywhere.</summary>
    public DateTime? ApprovedAt { get; private set; }

    /// <summary>部平台已显示: when the last of the pushed sections was seen on the destination platform.</summary>
    public DateTime? ShownAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>It has been before the ministry, which may therefore see it.</summary>
    public bool ReachedMinistry { get; private set; }

    /// <summary>Raised by every write; the concurrency token, and how a stale page is noticed.</summary>
    public int Version { get; private set; }

    public static Application Start(ApplicationType type, Actor actor, DateTime now) => new()
    {
        Id = RowId.New(),
        TypeCode = type.Code,
        RouteCode = type.Route.Code,
        Stage = Stage.Draft,
        StageSince = now,
        HolderId = actor.OrganisationId,
        EnterpriseId = actor.OrganisationId,
        CreatedAt = now,
        CreatedBy = actor.UserId,
        ChangedAt = now,
        Version = 1,
    };

    /// <summary>The step an actor would take with an act, or null where the route has none for this level, stage and region.</summary>
    public Step? StepFor(Actor actor, Act act)
    {
        var route = Routes.Of(RouteCode);
        var step = route.At(Stage).FirstOrDefault(s => s.Does == act && Speaks(actor, s, route));
        return step is { Does: Act.Withdraw } && !Undecided ? null : step;
    }

    /// <summary>The actor would only write down what another level decided on paper.</summary>
    public bool IsOnBehalf(Actor actor, Step step) => step.By != actor.Level && Routes.Of(RouteCode).RecorderAt(step.At) == actor.Level;

    /// <summary>Every step the actor could take now; the buttons on the page.</summary>
    public IEnumerable<Step> StepsFor(Actor actor)
    {
        var route = Routes.Of(RouteCode);
        return route.At(Stage).Where(s => Speaks(actor, s, route) && (s.Does != Act.Withdraw || Undecided));
    }

    public Stage NextAfter(Step step) => step.Then ?? (step.Does == Act.Withdraw ? SubmittedFrom : AskedAt)
        ?? throw new InvalidOperationException($"{step.Does} at {Stage} has nowhere to go back to.");

    /// <summary>Moves the application by a step of its route, and says what happened for the timeline.</summary>
    public ApplicationEvent Take(Step step, Actor actor, string? opinion, DateTime now, Guid? holderId, DateOnly? dueOn)
    {
        if (StepFor(actor, step.Does) != step)
        {
            throw new StepRefusedException(Stage, actor.Level, step.Does);
        }

        var from = Stage;
        var next = NextAfter(step);
        switch (step.Does)
        {
            case Act.Submit:
                SubmittedFrom = from;
                SubmittedAt ??= now;
                Submissions++;
                Undecided = true;
                break;
            case Act.Return:
                AskedAt = from;
                Undecided = false;
                break;
            default:
                Undecided = false;
                break;
        }

        if (next == Stage.Completed)
        {
            ApprovedAt = now;
        }

        if (next.IsFinal())
        {
            ClosedAt = now;
        }

        ReachedMinistry |= next == Stage.MinistryReview;
        Stage = next;
        StageSince = now;
        ChangedAt = now;
        HolderId = holderId;
        DueOn = dueOn;
        Version++;
        return new ApplicationEvent
        {
            ApplicationId = Id,
            At = now,
            Act = step.Does,
            From = from,
            To = next,
            Level = actor.Level,
            OnBehalfOf = IsOnBehalf(actor, step) ? step.By : null,
            UserId = actor.UserId,
            UserName = actor.FullName,
            OrganisationId = actor.OrganisationId,
            OrganisationName = actor.OrganisationName,
            Opinion = string.IsNullOrWhiteSpace(opinion) ? null : opinion.Trim(),
            Submission = Submissions,
        };
    }

    /// <summary>Repeats on the application what lists are filtered and ordered by, out of the section that holds it.</summary>
    public void Describe(string projectName, string? projectNumber, string regionCode, Sector sector)
    {
        ProjectName = projectName;
        ProjectNumber = string.IsNullOrWhiteSpace(projectNumber) ? null : projectNumber;
        RegionCode = regionCode;
        CityCode = regionCode.Length == 6 ? Jurisdiction.RegionAt(Level.City, regionCode) : "";
        Sector = StatedSector ?? sector;
    }

    /// <summary>The enterprise says which kind of works it files; it then holds whatever the project category is.</summary>
    public void StateSector(Sector sector)
    {
        StatedSector = sector;
        Sector = sector;
    }

    /// <summary>Says which sections the application asks for, and to which grade.</summary>
    public void Ask(Sections asked, DataGrade? grade = null)
    {
        Asked = asked;
        AskedGrade = grade;
    }

    /// <summary>Chooses another of its type's routes, before anybody has it in hands.</summary>
    public void GoBy(Route route)
    {
        if (SubmittedAt is not null)
        {
            throw new InvalidOperationException($"Application {Id} was submitted on {RouteCode}, and stays on it.");
        }

        RouteCode = route.Code;
    }

    public void FoundNationally(Sections shown, DateTime at)
    {
        NationalSections = shown;
        NationalSeenAt = at;
    }

    /// <summary>Binds the application to a record of this portal.</summary>
    public void Concern(Guid recordId) => RecordId = recordId;

    public void Numbered(string number) => Number ??= number;

    /// <summary>A port that is extended moves the last day of filling in.</summary>
    public void DueBy(DateOnly? day) => DueOn = day;

    public void Touch(DateTime now)
    {
        ChangedAt = now;
        Version++;
    }

    /// <summary>Every pushed section has been seen on its platform.</summary>
    public void Shown(DateTime at) => ShownAt ??= at;

    private bool Speaks(Actor actor, Step step, Route route) => step.By switch
    {
        Level.Enterprise => actor.Level == Level.Enterprise && actor.OrganisationId == EnterpriseId,
        _ when IsOnBehalf(actor, step) => true,
        var level => Jurisdiction.SpeaksFor(actor, level, RegionCode, route.Delegable.Contains(Stage) && IsWith(actor)),
    };

    // a county acts where its city has handed it the case, not wherever a city might
    private bool IsWith(Actor actor) => HolderId is null || HolderId == actor.OrganisationId;
}
