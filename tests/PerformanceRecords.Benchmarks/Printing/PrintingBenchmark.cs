using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PerformanceRecords.Benchmarks.Pages;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Web.Printing;
using PerformanceRecords.Workflow.Letters;

namespace PerformanceRecords.Benchmarks.Printing;

/// <summary>How long a letter over many cases takes to become a PDF, and what the renderer holds meanwhile beside the portal.</summary>
internal static class PrintingBenchmark
{
    private const int Rounds = 5;

    public static async Task RunAsync(int cases, string? renderers, string? keep)
    {
        await using var portal = await PortalHost.StartAsync(new()
        {
            Settings = new Dictionary<string, string?> { ["PersonalNumbers:Key"] = Convert.ToBase64String(new byte[32]), ["Sync:Dispatches"] = "false" },
        });
        var letter = await SignedAsync(portal, cases);
        foreach (var program in (renderers ?? "/usr/bin/chromium-headless-shell,/usr/bin/chromium").Split(',').Where(File.Exists))
        {
            var printer = new ChromiumPrinter(Options.Create(new PrintingOptions { Chromium = program }));
            var (times, peak, processes, size) = (new List<double>(), 0.0, 0, 0L);
            for (var round = 0; round <= Rounds; round++)
            {
                await using var tree = new ProcessTree();
                var clock = Stopwatch.StartNew();
                await using var pdf = await PrintAsync(portal, letter, printer, keep);
                if (round > 0)
                {
                    // the first reads the renderer and its fonts from the disk
                    times.Add(clock.Elapsed.TotalMilliseconds);
                    (peak, processes, size) = (Math.Max(peak, tree.PeakMegabytes), Math.Max(processes, tree.PeakCount), pdf.Length);
                }
            }

            var name = Path.GetFileName(program);
            Console.WriteLine($"{name}: {cases} cases, {size / 1024} KB, {processes} processes");
            Console.WriteLine(new Figure($"printing.{name}.ms", times.Median()));
            Console.WriteLine(new Figure($"printing.{name}.longest.ms", times.Max()));
            Console.WriteLine(new Figure($"printing.{name}.pss.mb", peak));
        }
    }

    private static async Task<Stream> PrintAsync(PortalHost portal, Letter letter, ChromiumPrinter printer, string? keep)
    {
        var html = await portal.InScopeAsync<PaperWriter, string>(writer => writer.WriteAsync(PrintJob.For(PrintSubject.Letter, letter.Id, letter.SignedAt!.Value), default));
        var pdf = await printer.PrintAsync(html, default);
        if (keep is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(keep, "letter.html"), html);
            await using var copy = File.Create(Path.Combine(keep, "letter.pdf"));
            await pdf.CopyToAsync(copy);
        }

        return pdf;
    }

    // through the services, as people would: no letter exists that could not
    private static async Task<Letter> SignedAsync(PortalHost portal, int count)
    {
        await using var office = await Office.OpenAsync(portal.Database, ("FileStore:Folder", portal.Services.GetRequiredService<IConfiguration>()["FileStore:Folder"]!));
        var cases = new List<SupplementCase>();
        for (var n = 1; n <= count; n++)
        {
            cases.Add(await new SupplementCase(office, n).VerifiedAsync());
        }

        var waiting = await cases[0].LetterAwaitingSignatureAsync([.. cases.Skip(1)]);
        return ((LetterResult.Done)await office.DoAsync<LetterDesk, LetterResult>(desk => desk.SignAsync(waiting.Id, waiting.Version, SupplementCase.Signer))).Letter;
    }
}
