using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Benchmarks.Generate;

/// <summary>Takes a filing along its real route, step by step, until it ends or today is reached. No stage is made up.</summary>
internal sealed class FilingMaker(World world, Chance chance, DateTime today)
{
    private static readonly EvidenceKind[] Kinds =
        [EvidenceKind.ApplicationForm, EvidenceKind.Contract, EvidenceKind.DrawingReviewCertificate, EvidenceKind.AcceptanceProof];

    // how often each is filed, in a hundred
    private static readonly ApplicationType[] Types = [.. new[]
    {
        (FirstEntry.Type, 16), (Supplement.Type, 30), (CompletionFromProvince.Type, 10), (Completion.Type, 9), (CompletionOfIndicators.Type, 6),
        (CompletionOfPersonnel.Type, 5), (Correction.Type, 8), (OtherIndustry.Type, 8), (Upgrade.Type, 5), (IndicatorLibrary.Type, 3),
    }.SelectMany(t => Enumerable.Repeat(t.Type, t.Item2))];

    public Filing Make(int serial, DateTime started)
    {
        var enterprise = chance.Pick(world.Enterprises);
        var city = world.City(chance);
        var region = chance.Pick(Regions.CountiesOf(city)).Code;
        var type = chance.Pick(Types);
        var contents = Contents.Of(chance, region, serial, enterprise, type == OtherIndustry.Type, started);
        var application = Forge<Application>.WithId(Application.Start(type, enterprise, started), chance.Id(started));
        if (type.Askable != Sections.None)
        {
            application.Ask(chance.Pick(type.Askable.Each().Where(contents.Has).ToArray()), type == Upgrade.Type ? DataGrade.A : null);
        }

        application.Describe(contents.Name, contents.Number, region, contents.Sector);
        var filing = new Filing(application, contents, enterprise);
        var now = started;
        while (Next(filing, city, ref now) is { } step)
        {
            Take(filing, step.Act, step.Actor, serial, now);
        }

        // a draft has what was typed so far
        if (filing.Sections.Count == 0)
        {
            Write(filing, Sections.Basic, started);
        }

        return filing;
    }

    // what happens next and when; null when it is over, or would only happen after today
    private (Act Act, Actor Actor)? Next(Filing filing, string city, ref DateTime now)
    {
        var application = filing.Application;
        var route = Routes.Of(application.RouteCode);
        if (application.Stage.IsFinal() || route.HolderAt(application.Stage) is not { } holder)
        {
            return null;
        }

        var (act, days) = holder switch
        {
            Level.Enterprise => EnterpriseDoes(application),
            Level.Platform => (Act.RecordPermit, 60),
            _ => OfficialDoes(route, application),
        };
        now += chance.Around(days);
        return now > today || act is null ? null : (act.Value, holder switch
        {
            Level.Enterprise => filing.Enterprise,
            Level.Platform => Actor.Platform,
            Level.Province => chance.Pick(world.Province),
            Level.Ministry => world.Ministry,
            _ => chance.Pick(world.Officials[city]),
        });
    }

    private (Act? Act, double Days) EnterpriseDoes(Application application) => application.Stage switch
    {
        Stage.Draft when chance.Of(0.04) => (null, 1),
        Stage.Draft => (chance.Of(0.05) ? Act.Abandon : Act.Submit, 4),
        Stage.Amendment => (chance.Of(0.06) ? Act.Abandon : Act.Submit, 5),
        _ => (Act.Submit, 8),
    };

    private (Act? Act, double Days) OfficialDoes(Route route, Application application)
    {
        var approval = route.At(application.Stage).First(step => step.Does.IsApproval()).Does;
        var decided = approval == Act.SignLetter ? approval
            : chance.Of(0.09) ? Act.Return
            : chance.Of(0.03) ? Act.Reject
            : approval;
        return (decided, approval == Act.SignLetter ? 4 : 3.5);
    }

    private void Take(Filing filing, Act act, Actor actor, int serial, DateTime now)
    {
        var application = filing.Application;
        if (act == Act.Submit)
        {
            Submit(filing, serial, now);
        }

        var step = application.StepFor(actor, act)
            ?? throw new InvalidOperationException($"{actor.Level} cannot {act} at {application.Stage} on {application.RouteCode}.");
        var next = application.NextAfter(step);
        var opinion = act.NeedsReason() ? "合同签章页不清晰，请重新上传；建设规模与审查合格书不一致，请核对。" : act.IsApproval() && chance.Of(0.2) ? "情况属实。" : null;
        var holder = HolderAt(application, next);
        filing.Events.Add(Forge<ApplicationEvent>.WithId(
            application.Take(step, actor, opinion, now, holder, holder is null ? null : DueOn(next, now)), chance.Id(now)));
        if (next == Stage.Completed)
        {
            filing.CompletedBy = actor.FullName;
        }
    }

    private void Submit(Filing filing, int serial, DateTime now)
    {
        var application = filing.Application;
        if (filing.Submissions.Count == 0)
        {
            application.Numbered($"BL-{application.CityCode}-{now.Year}-{serial:D7}");
            foreach (var kind in Kinds)
            {
                filing.Evidence.Add(Evidence(filing, kind, now));
            }
        }

        var plan = ApplicationTypes.Of(application.TypeCode).PlanFor(application);
        foreach (var section in plan.Required.Each().Where(filing.Contents.Has))
        {
            Write(filing, section, now);
        }

        filing.Submissions.Add(new Submission
        {
            ApplicationId = application.Id,
            Number = filing.Submissions.Count + 1,
            At = now,
            ByName = filing.Enterprise.FullName,
            Sections = filing.Sections.ToDictionary(s => s.Key, s => s.Value.Values),
            Evidence = [.. filing.Evidence],
        });
    }

    private static void Write(Filing filing, Sections section, DateTime now)
    {
        if (!filing.Sections.TryGetValue(section, out var written))
        {
            filing.Sections[section] = written = new ApplicationSection { ApplicationId = filing.Application.Id, Section = section };
        }

        written.Save(filing.Contents[section], filing.Enterprise.UserId, filing.Enterprise.FullName, now);
    }

    private EvidenceFile Evidence(Filing filing, EvidenceKind kind, DateTime now) => new()
    {
        Id = chance.Id(now),
        ApplicationId = filing.Application.Id,
        Kind = kind.Code,
        FileName = kind.Title + ".pdf",
        ContentType = "application/pdf",
        Size = chance.Between(80_000, 8_000_000),
        Sha256 = chance.Hex(32),
        UploadedAt = now,
        UploadedBy = filing.Enterprise.UserId,
        UploadedByName = filing.Enterprise.FullName,
    };

    private Guid? HolderAt(Application application, Stage stage) => Routes.Of(application.RouteCode).HolderAt(stage) switch
    {
        Level.Enterprise => application.EnterpriseId,
        Level.City => world.Officials[application.CityCode][0].OrganisationId,
        Level.Province => world.Province[0].OrganisationId,
        Level.Ministry => world.Ministry.OrganisationId,
        _ => null,
    };

    private static DateOnly? DueOn(Stage stage, DateTime now) => stage.IsFinal() || stage == Stage.Draft
        ? null
        : WorkingCalendar.AddWorkdays(ChinaClock.DateInChina(now), stage switch
        {
            Stage.ProvinceReview or Stage.ProvinceLetter or Stage.Amendment => 10,
            Stage.MinistryReview or Stage.FillIn => 20,
            _ => 5,
        });
}
