using System.Runtime.Versioning;
using Microsoft.EntityFrameworkCore;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Letters;
using Xunit;

namespace PerformanceRecords.Web.Tests.Printing;

/// <summary>函件成纸: every kind and layout as it was looked at once, and what must be on it.</summary>
public sealed class LetterOnPaperTests
{
    // fonts differ a little from machine to machine, and code and digest from letter to letter
    private const double Tolerance = 0.06;

    [PaperFact]
    public async Task EveryKindAndLayout_LooksAsItWasLookedAt()
    {
        await using var paper = await PaperPortal.StartAsync();
        var rejected = await paper.NewCase().SubmittedAsync();
        await rejected.TakeAsync(Act.Reject, SupplementCase.City, "该项目在省平台已有合同归集信息，不属于补录范围");
        var letters = new Dictionary<string, Letter>
        {
            ["letter"] = await paper.SignedAsync(d => d with { CopyTo = "各有关企业" }, await paper.NewCase().VerifiedAsync(), await paper.NewCase().VerifiedAsync()),
            ["petition"] = await paper.SignedAsync(d => d with { Layout = LetterLayout.Petition, Note = "联系人：王珺，025-51860000" }, await paper.NewCase().VerifiedAsync()),
            ["approval"] = await paper.SignedAsync(d => d with { Layout = LetterLayout.Approval, CopyTo = "各区建设局" }, await paper.NewCase().VerifiedAsync()),
            ["notice"] = await paper.SignedAsync(d => d, rejected),
        };
        foreach (var letter in await new LetterStories(paper).OfOtherKindsAsync())
        {
            letters[letter.Kind.ToString().ToLowerInvariant()] = letter;
        }

        Assert.Equal(Enum.GetValues<LetterKind>().Order(), letters.Values.Select(l => l.Kind).Distinct().Order());
        var wrong = new List<string>();
        foreach (var (name, letter) in letters)
        {
            var pages = await paper.PagesAsync(await paper.PdfAsync(await paper.PrintAsync(letter.Id)));
            var pictures = Path.Combine(TestEnvironment.Root(), "tests", "PerformanceRecords.Web.Tests", "Printing", "Pictures");
            if (Directory.GetFiles(pictures, name + "-*.png").Length is var wanted && wanted != pages.Count)
            {
                wrong.Add($"{name}: {pages.Count} pages, {wanted} stored");
            }

            for (var page = 0; page < pages.Count; page++)
            {
                var stored = Path.Combine(pictures, $"{name}-{page + 1}.png");
                if (Environment.GetEnvironmentVariable("PR_TEST_PICTURES") == "renew")
                {
                    File.Copy(pages[page], stored, overwrite: true);
                }

                var difference = File.Exists(stored) ? GrayPicture.Read(pages[page]).DifferenceFrom(GrayPicture.Read(stored)) : 1;
                if (difference > Tolerance)
                {
                    File.Copy(pages[page], Path.Combine(TestEnvironment.Results, $"paper-{name}-{page + 1}.png"), overwrite: true);
                    wrong.Add($"{name}-{page + 1}: {difference:P1} of the page differs");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [PaperFact]
    public async Task ALongAnnex_BreaksOverPages_WithItsHeadOnEach_AndRareNamesOnPaper()
    {
        await using var paper = await PaperPortal.StartAsync();
        var cases = new List<SupplementCase>();
        for (var i = 0; i < 40; i++)
        {
            cases.Add(await paper.NewCase().VerifiedAsync());
        }

        var letter = await paper.SignedAsync(d => d with { Body = "一、核实情况\n" + string.Join('\n', Enumerable.Repeat(d.Body, 4)) + "\n项目负责人刘喆、张堃、王珺、李翀的注册信息一致。" }, [.. cases]);
        var text = await PaperPortal.TextAsync(await paper.PdfAsync(await paper.PrintAsync(letter.Id)));

        var pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(pages.Length >= 6, $"{pages.Length} pages");
        Assert.True(pages.Count(p => p.Contains("序号", StringComparison.Ordinal)) >= 4, "heads");
        foreach (var name in new[] { "刘喆", "张堃", "王珺", "李翀", letter.Number!, VerificationCodeOf(letter), "附件1", "附件2" })
        {
            Assert.Contains(name, text, StringComparison.Ordinal);
        }

        Assert.DoesNotMatch("—\\s*1\\s*—", pages[0]); // 信函格式: no number on the first page
        Assert.Matches("—\\s*2\\s*—", pages[1]);
        Assert.All(cases, c => Assert.Contains(c.ProjectNumber, text, StringComparison.Ordinal));
    }

    [PaperFact]
    public async Task TheColophon_StandsAtTheFootOfTheLastPage_BehindTheAnnexes()
    {
        await using var paper = await PaperPortal.StartAsync();
        var cases = new List<SupplementCase>();
        for (var i = 0; i < 12; i++)
        {
            cases.Add(await paper.NewCase().VerifiedAsync());
        }

        foreach (var over in new[] { cases[..1], cases[1..] })
        {
            var letter = await paper.SignedAsync(d => d with { Layout = LetterLayout.Approval, CopyTo = "各区建设局" }, [.. over]);
            var words = await PaperPortal.WordsAsync(await paper.PdfAsync(await paper.PrintAsync(letter.Id)));

            var (page, bottom, _) = Assert.Single(words, w => w.Text.EndsWith("印发", StringComparison.Ordinal));
            Assert.Equal(words.Max(w => w.Page), page);
            // the text area ends 35 mm above the edge of the paper
            Assert.InRange(297 - bottom, 35, 52);
        }
    }

    [PaperFact]
    public async Task TheSeal_LiesOverSignatureAndDate_ItsTopWithinALineOfTheText()
    {
        var seal = Path.Combine(Path.GetTempPath(), $"seal-{Guid.NewGuid():N}.svg");
        await File.WriteAllTextAsync(seal, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><circle cx='50' cy='50' r='47' fill='none' stroke='#d0021b' stroke-width='6'/></svg>");
        await using var paper = await PaperPortal.StartAsync(("Printing:Seals:南京市城乡建设委员会", seal));
        var letter = await paper.SignedAsync(d => d, await paper.NewCase().VerifiedAsync());
        var pdf = await paper.PdfAsync(await paper.PrintAsync(letter.Id));

        var words = await PaperPortal.WordsAsync(pdf);
        var (page, date, _) = Assert.Single(words, w => w.Text == "2026年11月20日");
        var text = words.Where(w => w.Page == page && w.Text.EndsWith("佐证材料清单", StringComparison.Ordinal)).Max(w => w.Bottom);
        var (top, bottom) = await paper.RedAsync(pdf, page);
        Assert.InRange(bottom - top, 40, 44);
        Assert.InRange(date, top + 15, bottom);
        Assert.InRange(top - text, -3, 11);
        File.Delete(seal);
    }

    [PaperFact]
    public async Task TheSameLetter_HasTheSameTextAndDigest_HoweverOftenItIsPrinted()
    {
        await using var paper = await PaperPortal.StartAsync();
        var letter = await paper.SignedAsync(d => d, await paper.NewCase().VerifiedAsync());
        var archived = await paper.Office.DoAsync<LetterCheck, LetterCheckResult>(check => check.RunAsync());
        var first = await PaperPortal.TextAsync(await paper.PdfAsync(await paper.PrintAsync(letter.Id)));

        Assert.Empty(archived.Problems);
        await using (var db = paper.Portal.OpenDatabase())
        {
            var job = await db.PrintJobs.SingleAsync(j => j.SubjectId == letter.Id);
            db.Remove(job);
            db.Add(PrintJob.For(job.Subject, job.SubjectId, job.QueuedAt));
            await db.SaveChangesAsync();
        }

        Assert.Equal(first, await PaperPortal.TextAsync(await paper.PdfAsync(await paper.PrintAsync(letter.Id))));
        Assert.Contains(letter.Digest!, first.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task ARendererThatHangs_IsStopped_AndTheLetterStandsSigned()
    {
        var hangs = Path.Combine(Path.GetTempPath(), $"hangs-{Guid.NewGuid():N}.sh");
        await File.WriteAllTextAsync(hangs, "#!/bin/sh\nsleep 600\n");
        File.SetUnixFileMode(hangs, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var paper = await PaperPortal.StartAsync(("Printing:Chromium", hangs), ("Printing:TimeLimit", "00:00:01"));
        var letter = await paper.SignedAsync(d => d, await paper.NewCase().VerifiedAsync());

        var job = await paper.PrintAsync(letter.Id);

        Assert.Equal((1, true), (job.Attempts, job.PrintedAt is null));
        Assert.Contains("was stopped", job.Problem, StringComparison.Ordinal);
        Assert.Equal(LetterState.Signed, letter.State);
        File.Delete(hangs);
    }

    [Fact]
    public async Task ARendererThatIsNotThere_LeavesThePdfOwed_AndComesAgain()
    {
        await using var paper = await PaperPortal.StartAsync(("Printing:Chromium", "/nowhere/chromium"));
        var letter = await paper.SignedAsync(d => d, await paper.NewCase().VerifiedAsync());

        var job = await paper.PrintAsync(letter.Id);

        Assert.Contains("could not be started", job.Problem, StringComparison.Ordinal);
        Assert.True(job.NextAt > job.QueuedAt);
    }

    private static string VerificationCodeOf(Letter letter) => Domain.Verification.VerificationCode.Grouped(letter.Code!);
}
