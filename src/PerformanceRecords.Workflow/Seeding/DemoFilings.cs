using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Steps;

namespace PerformanceRecords.Workflow.Seeding;

/// <summary>Plays the demo stories through the portal's own services, so that nothing is seeded that the product could not have made.</summary>
internal sealed class DemoFilings(IServiceProvider services, SeedingClock clock)
{
    public async Task PlayAsync(CancellationToken cancellation)
    {
        // oldest first, so that numbers run with the dates
        foreach (var story in DemoStory.All.OrderByDescending(s => s.DaysAgo))
        {
            // a fresh scope each, as every request has
            await using var scope = services.CreateAsyncScope();
            await new Teller(scope.ServiceProvider, clock, story, cancellation).TellAsync();
        }
    }

    private sealed class Teller(IServiceProvider services, SeedingClock clock, DemoStory story, CancellationToken cancellation)
    {
        private readonly AppDbContext db = services.GetRequiredService<AppDbContext>();
        private readonly FilingDesk filings = services.GetRequiredService<FilingDesk>();
        private readonly StepTaker steps = services.GetRequiredService<StepTaker>();
        private readonly LetterDesk letters = services.GetRequiredService<LetterDesk>();
        private Guid id;

        private Actor Filer => ActorOf(story.Filer);

        private Actor Reviewer => ActorOf(InSuzhou ? DemoPeople.Qian : DemoPeople.Wang);

        private Actor Signer => ActorOf(InSuzhou ? DemoPeople.Shen : DemoPeople.Li);

        private bool InSuzhou => story.Project.Region.StartsWith("3205", StringComparison.Ordinal);

        public async Task TellAsync()
        {
            clock.StartOfStory(story.DaysAgo);
            id = (await filings.StartAsync(Supplement.Type, Filer, cancellation)).Id;
            if (story.Until == Until.Started)
            {
                await WriteAsync(Sections.Basic, SectionValues.Of((nameof(BasicInfo.PrjName), story.Project.Name), (nameof(BasicInfo.AllInvest), "9,32o")));
                return;
            }

            await WriteAsync(Sections.Basic, story.Project.Basic);
            await UploadAsync(EvidenceKind.ApplicationForm, EvidenceKind.Contract, EvidenceKind.DrawingReviewCertificate);
            if (story.Until == Until.Drafted)
            {
                return;
            }

            await UploadAsync(EvidenceKind.AcceptanceProof, EvidenceKind.Commitment);
            await TakeAsync(Filer, Act.Submit);
            await ApplicationReviewedAsync();
        }

        private async Task ApplicationReviewedAsync()
        {
            if (story.Until == Until.Submitted)
            {
                return;
            }

            clock.On(2, 95);
            if (story.Until == Until.Returned)
            {
                await TakeAsync(Reviewer, Act.Return, "竣工验收备案表缺各方盖章页，建筑面积与审查合格书不一致，请核对后补正。");
                return;
            }

            if (story.Until == Until.Rejected)
            {
                await TakeAsync(Reviewer, Act.Reject, "经核实，该项目在省平台已有合同归集信息，不属于补录范围，请通过“工程项目信息勘误（完善）”模块办理。");
                return;
            }

            await TakeAsync(Reviewer, Act.Verify, "项目已通过施工图审查和竣工验收，材料属实。");
            if (story.Until > Until.Verified)
            {
                await LetterAsync();
            }
        }

        private async Task LetterAsync()
        {
            clock.On(1, 30);
            var letter = Done(await letters.DraftAsync([id], Reviewer, cancellation));
            if (story.Until == Until.LetterDrafted)
            {
                return;
            }

            letter = Done(await letters.SendForSignatureAsync(letter.Id, letter.Version, Reviewer, cancellation));
            if (story.Until == Until.LetterSent)
            {
                return;
            }

            clock.On(0, 140);
            Done(await letters.SignAsync(letter.Id, letter.Version, Signer, cancellation));
            if (story.Until == Until.LetterSigned)
            {
                return;
            }

            clock.On(2, 40);
            if (story.Until == Until.SentBack)
            {
                await TakeAsync(ActorOf(DemoPeople.Chen), Act.SendBack, "来函附件的项目名称与施工图审查合格书不一致，请市级重新核实后再报。");
                return;
            }

            await TakeAsync(ActorOf(DemoPeople.Chen), Act.OpenPort, "已核实，同意开通补录端口。");
            await FillInAsync();
        }

        private async Task FillInAsync()
        {
            if (story.Until == Until.PortOpened)
            {
                return;
            }

            clock.On(2, 75);
            var unit = story.Filer.Organisation;
            await WriteAsync(Sections.Contract, story.Project.Contract(unit.Name, unit.CreditCode!, story.IsSurvey));
            await WriteAsync(Sections.DrawingReview, story.Project.DrawingReview);
            if (story.Until == Until.HalfFilledIn)
            {
                return;
            }

            await WriteAsync(Sections.Acceptance, story.Project.Acceptance);
            await WriteAsync(Sections.Personnel, DemoProject.Personnel(unit.Name, unit.CreditCode!, story.IsSurvey));
            await UploadAsync(EvidenceKind.PersonnelProof);
            await TakeAsync(Filer, Act.Submit);
            if (story.Until == Until.FilledIn)
            {
                return;
            }

            clock.On(2, 50);
            if (story.Until == Until.ReturnedAfterFillIn)
            {
                await TakeAsync(Reviewer, Act.Return, "总面积与审查合格书不一致（48,200.00）；合同缺签章页。");
                return;
            }

            await TakeAsync(Reviewer, Act.Confirm, "填报内容与佐证材料一致，确认。");
        }

        private async Task WriteAsync(Sections section, SectionValues values)
        {
            clock.On(0, 11);
            var saved = await db.ApplicationSections.AsNoTracking().SingleOrDefaultAsync(s => s.ApplicationId == id && s.Section == section, cancellation);
            if (await filings.SaveSectionAsync(id, section, values, saved?.Version ?? 0, Filer, cancellation) is not SaveResult.Saved)
            {
                throw new InvalidOperationException($"The demo filing “{story.Project.Name}” could not be saved.");
            }
        }

        private async Task UploadAsync(params EvidenceKind[] kinds)
        {
            var desk = services.GetRequiredService<EvidenceDesk>();
            foreach (var kind in kinds)
            {
                clock.On(0, 2);
                await using var content = DemoEvidence.Open(kind);
                var result = await desk.AddAsync(id, kind.Code, $"{kind.Title}.pdf", content, null, Filer, cancellation);
                if (result is UploadResult.Refused refused)
                {
                    throw new InvalidOperationException(refused.Breach.Message);
                }
            }
        }

        private async Task TakeAsync(Actor actor, Act act, string? opinion = null)
        {
            clock.On(0, 6);
            var version = await db.Applications.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(cancellation);
            var result = await steps.TakeAsync(new TakeStep(id, act, version, opinion), actor, cancellation);
            if (result is StepResult.Refused refused)
            {
                throw new InvalidOperationException($"{story.Project.Name}: {string.Join(' ', refused.Breaches.Select(b => b.Field + " " + b.Message))}");
            }
        }

        private Letter Done(LetterResult result) => result is LetterResult.Done done
            ? done.Letter
            : throw new InvalidOperationException($"{story.Project.Name}: {((LetterResult.Refused)result).Breach.Message}");

        private static Actor ActorOf(DemoPerson person) => new(
            person.Id, person.FullName, person.Organisation.Level, person.Organisation.Id, person.Organisation.Name, person.Organisation.RegionCode)
        {
            MaySign = person.MaySign,
        };
    }
}
