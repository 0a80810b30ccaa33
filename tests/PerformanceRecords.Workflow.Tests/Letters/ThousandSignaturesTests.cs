using PerformanceRecords.Data;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Databases;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Letters;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Letters;

/// <summary>发文字号: a thousand signatures in one series leave no gap and no double.</summary>
public sealed class ThousandSignaturesTests
{
    private const int Letters = 1000;
    private const int AtOnce = 48;

    [Theory, OnSqlite, OnPostgres]
    public async Task AThousandAtOnce_GetOneToAThousand(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var office = await Office.OpenAsync(database);
        var letters = await PileAsync(office);
        var numbers = new string[Letters];

        await Parallel.ForEachAsync(Enumerable.Range(0, Letters), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
            numbers[i] = Assert.IsType<LetterResult.Done>(await office.DoAsync<LetterDesk, LetterResult>(
                desk => desk.SignAsync(letters[i].Id, letters[i].Version, SupplementCase.Signer))).Letter.Number!);

        Assert.Equal(Enumerable.Range(1, Letters).Select(n => $"宁建设函〔2026〕{n}号").Order(), numbers.Order());
        await office.DoAsync<LetterCheck>(async check =>
        {
            var result = await check.RunAsync();
            Assert.Equal((Letters, Letters, 0), (result.Letters, result.Moves, result.Problems.Count));
        });
    }

    // through the domain's own steps, and saved at one blow: what is asked here is what happens at the signature
    private static Task<List<Letter>> PileAsync(Office office) => office.DoAsync<AppDbContext, List<Letter>>(async db =>
    {
        var now = office.Clock.Now;
        var letters = new List<Letter>();
        for (var i = 1; i <= Letters; i++)
        {
            var application = Application.Start(Supplement.Type, SupplementCase.Filer, now);
            application.Describe($"第{i}个项目", null, "320111", Sector.Building);
            foreach (var (actor, act) in new (Actor, Act)[] { (SupplementCase.Filer, Act.Submit), (SupplementCase.City, Act.Verify) })
            {
                application.Take(application.StepFor(actor, act)!, actor, null, now, SupplementCase.City.OrganisationId, null);
            }

            db.Applications.Add(application);
            var letter = new Letter
            {
                Kind = LetterKind.SupplementRequest,
                RouteCode = application.RouteCode,
                CaseStage = application.Stage,
                FromId = SupplementCase.City.OrganisationId,
                FromName = SupplementCase.City.OrganisationName,
                Layout = LetterLayout.Letter,
                TemplateVersion = 0,
                Addressee = "江苏省住房和城乡建设厅",
                Title = "关于申请开通勘察设计业绩补录端口的函",
                Body = "我单位核实了{项目数}个项目。",
                DraftedBy = SupplementCase.City.UserId,
                DraftedByName = SupplementCase.City.FullName,
                DraftedAt = now,
            };
            letter.Cover(application.Id);
            letter.SendForSignature(now);
            db.Letters.Add(letter);
            letters.Add(letter);
        }

        await db.SaveChangesAsync();
        return letters;
    });
}
