using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Printing;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Web.Printing;
using PerformanceRecords.Workflow.Letters;
using PerformanceRecords.Workflow.Printing;

namespace PerformanceRecords.Web.Tests.Printing;

/// <summary>A portal whose printer works when a test asks it to, and an office that brings letters to their signature.</summary>
internal sealed class PaperPortal : IAsyncDisposable
{
    private readonly PortalHost portal;
    private readonly string folder = Directory.CreateTempSubdirectory("pr-paper-").FullName;
    private int cases;

    private PaperPortal(PortalHost portal, Office office) => (this.portal, Office) = (portal, office);

    public Office Office { get; }

    public PortalHost Portal => portal;

    public static async Task<PaperPortal> StartAsync(params (string Key, string Value)[] settings)
    {
        var portal = await PortalHost.StartAsync(new()
        {
            Clock = new FakeClock(new DateTime(2026, 11, 20, 2, 0, 0, DateTimeKind.Utc)),
            Settings = new Dictionary<string, string?>(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value)))
            {
                ["PersonalNumbers:Key"] = Convert.ToBase64String(new byte[32]),
                ["Sync:Dispatches"] = "false",
            },
        });
        return new(portal, await Office.OpenAsync(portal.Database, ("FileStore:Folder", portal.Services.GetRequiredService<IConfiguration>()["FileStore:Folder"]!)));
    }

    public SupplementCase NewCase() => new(Office, Interlocked.Increment(ref cases));

    /// <summary>A letter over cases that wait for it, worded by the test, signed.</summary>
    public async Task<Letter> SignedAsync(Func<LetterDraft, LetterDraft> worded, params SupplementCase[] over)
    {
        var letter = Done(await Office.DoAsync<LetterDesk, LetterResult>(desk => desk.DraftAsync([.. over.Select(o => o.Id)], SupplementCase.City)));
        var draft = worded(new(letter.Title, letter.Addressee, letter.Body, letter.Layout, letter.CopyTo, letter.Note));
        letter = Done(await Office.DoAsync<LetterDesk, LetterResult>(desk => desk.SaveAsync(letter.Id, letter.Version, draft, SupplementCase.City)));
        letter = Done(await Office.DoAsync<LetterDesk, LetterResult>(desk => desk.SendForSignatureAsync(letter.Id, letter.Version, SupplementCase.City)));
        return Done(await Office.DoAsync<LetterDesk, LetterResult>(desk => desk.SignAsync(letter.Id, letter.Version, SupplementCase.Signer)));
    }

    /// <summary>Prints all that is owed, and answers with what became of one.</summary>
    public async Task<PrintJob> PrintAsync(Guid subject)
    {
        while (await portal.Services.GetRequiredService<Printer>().PrintNextAsync(default))
        {
        }

        await using var db = portal.OpenDatabase();
        return await db.PrintJobs.AsNoTracking().SingleAsync(j => j.SubjectId == subject);
    }

    /// <summary>The printed PDF as a file.</summary>
    public async Task<string> PdfAsync(PrintJob job)
    {
        var file = Path.Combine(folder, $"{job.SubjectId:N}.pdf");
        await portal.InScopeAsync<PrintQueue, bool>(async queue =>
        {
            await using var pdf = queue.Open(job);
            await using var copy = File.Create(file);
            await pdf.CopyToAsync(copy);
            return true;
        });
        return file;
    }

    /// <summary>The pages as grey pictures of 40 dots an inch.</summary>
    public async Task<IReadOnlyList<string>> PagesAsync(string pdf)
    {
        var name = Path.Combine(folder, Path.GetFileNameWithoutExtension(pdf));
        await ToolAsync("pdftoppm", "-r", "40", "-gray", "-png", pdf, name);
        return [.. Directory.GetFiles(folder, Path.GetFileName(name) + "-*.png").Order(StringComparer.Ordinal)];
    }

    /// <summary>From where to where a page is printed in red, in millimetres from the top.</summary>
    public async Task<(double Top, double Bottom)> RedAsync(string pdf, int page)
    {
        var name = Path.Combine(folder, $"red-{page}");
        var number = page.ToString(CultureInfo.InvariantCulture);
        await ToolAsync("pdftoppm", "-r", "50.8", "-f", number, "-l", number, "-singlefile", pdf, name);
        // P6, width, height, 255, then three bytes a dot, two dots a millimetre
        var picture = await File.ReadAllBytesAsync(name + ".ppm");
        var head = Encoding.ASCII.GetString(picture, 0, 20).Split((char[])[' ', '\n'], 5);
        var width = int.Parse(head[1], CultureInfo.InvariantCulture);
        var dots = picture.AsMemory(string.Join(' ', head[..4]).Length + 1);
        var rows = Enumerable.Range(0, dots.Length / 3 / width)
            .Where(y => Enumerable.Range(0, width).Any(x => dots.Span.Slice(((y * width) + x) * 3, 3) is [> 150, < 110, < 110])).ToList();
        return (rows[0] / 2.0, rows[^1] / 2.0);
    }

    /// <summary>A page as a scanner gives it: a JPEG of 150 dots an inch.</summary>
    public async Task<string> ScanAsync(string pdf, int page)
    {
        var name = Path.Combine(folder, $"scan-{page}");
        var number = page.ToString(CultureInfo.InvariantCulture);
        await ToolAsync(
            "pdftoppm", "-scale-to-x", $"{ScannedPdf.Width}", "-scale-to-y", $"{ScannedPdf.Height}", "-jpeg", "-f", number, "-l", number, "-singlefile", pdf, name);
        return name + ".jpg";
    }

    /// <summary>Scanned pages in one PDF.</summary>
    public async Task<string> BoundAsync(params string[] scans)
    {
        var file = Path.Combine(folder, "scan.pdf");
        await File.WriteAllBytesAsync(file, ScannedPdf.Of([.. scans.Select(File.ReadAllBytes)]));
        return file;
    }

    public static Task<string> TextAsync(string pdf) => ToolAsync("pdftotext", "-layout", pdf, "-");

    /// <summary>Every word with its page and the place of its lower edge, in millimetres from the top.</summary>
    public static async Task<IReadOnlyList<(int Page, double Bottom, string Text)>> WordsAsync(string pdf)
    {
        var words = new List<(int, double, string)>();
        var page = 0;
        foreach (var element in XDocument.Parse(await ToolAsync("pdftotext", "-bbox", pdf, "-")).Descendants())
        {
            if (element.Name.LocalName == "page")
            {
                page++;
            }
            else if (element.Name.LocalName == "word")
            {
                words.Add((page, double.Parse(element.Attribute("yMax")!.Value, CultureInfo.InvariantCulture) / 72 * 25.4, element.Value));
            }
        }

        return words;
    }

    public async ValueTask DisposeAsync()
    {
        await Office.DisposeAsync();
        await portal.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> ToolAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{tool} ended with {process.ExitCode}.");
    }

    private static Letter Done(LetterResult result) => result is LetterResult.Done done
        ? done.Letter
        : throw new InvalidOperationException(((LetterResult.Refused)result).Breach.Message);
}
