using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Filing;

namespace PerformanceRecords.Workflow.Seeding;

/// <summary>Plays the demo stories through the portal's own services, so that nothing is seeded that the product could not have made.</summary>
internal sealed class DemoFilings(IServiceProvider services, SeedingClock clock)
{
    public async Task PlayAsync(CancellationToken cancellation)
    {
        // supplements, and the other answers of the source text about what these brought: oldest first, so that numbers run with the dates
        var supplements = DemoStory.All.Select(s => (s.DaysAgo, Tell: (Func<IServiceProvider, Task>)(scope => new Teller(scope, clock, s, cancellation).TellAsync())));
        var answers = DemoAnswers.All.Select(a => (a.DaysAgo, Tell: (Func<IServiceProvider, Task>)(scope => a.Tell(new DemoAnswers(scope, clock, cancellation)))));
        foreach (var (daysAgo, tell) in supplements.Concat(answers).OrderByDescending(s => s.DaysAgo))
        {
            // a fresh scope each, as every request has
            await using var scope = services.CreateAsyncScope();
            clock.StartOfStory(daysAgo);
            await tell(scope.ServiceProvider);
        }

        clock.Stop();
        await using var last = services.CreateAsyncScope();
        await ReadAsync(last.ServiceProvider.GetRequiredService<AppDbContext>(), cancellation);
    }

    // whoever works here every day has read what is older than a week
    private async Task ReadAsync(AppDbContext db, CancellationToken cancellation)
    {
        var week = clock.GetUtcNow().UtcDateTime.AddDays(-7);
        foreach (var old in await db.Notifications.Where(n => n.At < week).ToListAsync(cancellation))
        {
            old.ReadAt = old.At.AddHours(3);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private sealed class Teller(IServiceProvider services, SeedingClock clock, DemoStory story, CancellationToken cancellation)
    {
        private readonly DemoHands hands = new(services, clock, cancellation);
        private readonly FilingDesk filings = services.GetRequiredService<FilingDesk>();
        private Guid id;

        private DemoPerson Reviewer => InSuzhou ? DemoPeople.Qian : DemoPeople.Wang;

        private DemoPerson Signer => InSuzhou ? DemoPeople.Shen : DemoPeople.Li;

        private bool InSuzhou => story.Project.Region.StartsWith("3205", StringComparison.Ordinal);

        public async Task TellAsync()
        {
            id = (await filings.StartAsync(Supplement.Type, DemoHands.ActorOf(story.Filer), cancellation)).Id;
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
            await TakeAsync(story.Filer, Act.Submit);
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
            var letter = await hands.DraftLetterAsync(id, Reviewer);
            if (story.Until == Until.LetterDrafted)
            {
                return;
            }

            letter = await hands.SendLetterAsync(letter, Reviewer);
            if (story.Until == Until.LetterSent)
            {
                return;
            }

            clock.On(0, 140);
            await hands.SignLetterAsync(letter, Signer);
            if (story.Until == Until.LetterSigned)
            {
                return;
            }

            clock.On(2, 40);
            if (story.Until == Until.SentBack)
            {
                await TakeAsync(DemoPeople.Chen, Act.SendBack, "来函附件的项目名称与施工图审查合格书不一致，请市级重新核实后再报。");
                return;
            }

            await TakeAsync(DemoPeople.Chen, Act.OpenPort, "已核实，同意开通补录端口。");
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
            await TakeAsync(story.Filer, Act.Submit);
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
            await hands.SeenAsync(id, story.ShownAfter);
        }

        private Task WriteAsync(Sections section, SectionValues values) => hands.WriteAsync(id, story.Filer, section, values);

        private Task UploadAsync(params EvidenceKind[] kinds) => hands.UploadAsync(id, story.Filer, kinds);

        private Task TakeAsync(DemoPerson by, Act act, string? opinion = null) => hands.TakeAsync(id, by, act, opinion);
    }
}
