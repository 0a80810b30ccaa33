using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace PerformanceRecords.Web.Printing;

/// <summary>Prints a page of HTML as PDF: one headless Chromium per job, in a folder of its own, killed with everything it started when its time is over.</summary>
public sealed class ChromiumPrinter(IOptions<PrintingOptions> options)
{
    // the shell without windows first: it prints the same in half the time and half the memory
    private static readonly string[] Usual =
    [
        "/usr/bin/chromium-headless-shell", "/usr/bin/chrome-headless-shell",
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    /// <summary>Where the browser is; null where there is none, and paper is printed from the page instead.</summary>
    public string? Program { get; } = string.IsNullOrWhiteSpace(options.Value.Chromium) ? Array.Find(Usual, File.Exists) : options.Value.Chromium;

    /// <summary>The PDF, in a file that is gone when the stream is closed.</summary>
    /// <exception cref="PrintingException">There is no browser, it failed, or it took too long.</exception>
    public async Task<Stream> PrintAsync(string html, CancellationToken cancellation)
    {
        var program = Program ?? throw new PrintingException("No Chromium, Chrome or Edge was found; set Printing:Chromium.");
        var folder = Directory.CreateTempSubdirectory("pr-print-").FullName;
        try
        {
            var page = Path.Combine(folder, "page.html");
            var pdf = Path.Combine(folder, "page.pdf");
            await File.WriteAllTextAsync(page, html, cancellation);
            await RunAsync(program, [.. Arguments(folder, pdf), new Uri(page).AbsoluteUri], cancellation);
            if (!File.Exists(pdf))
            {
                throw new PrintingException("The browser ended without a PDF.");
            }

            // it is read once and kept elsewhere; in memory, so that nothing is left behind
            return new MemoryStream(await File.ReadAllBytesAsync(pdf, cancellation), writable: false);
        }
        finally
        {
            Remove(folder);
        }
    }

    private async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { UseShellExecute = false, CreateNoWindow = true, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new PrintingException($"{program} could not be started: {failure.Message}");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Value.TimeLimit);
        try
        {
            // read on, so that it never waits for us
            var said = process.StandardError.ReadToEndAsync(limit.Token);
            _ = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode != 0)
            {
                throw new PrintingException($"The browser ended with {process.ExitCode}: {LastLine(await said)}");
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new PrintingException($"The browser was still at work after {options.Value.TimeLimit.TotalSeconds:0} s and was stopped.");
        }
        finally
        {
            Kill(process);
        }
    }

    // a new profile for each job, nothing fetched, nothing shown
    private static IEnumerable<string> Arguments(string folder, string pdf) =>
    [
        "--headless", "--disable-gpu", "--disable-software-rasterizer", "--disable-quic", "--no-first-run", "--no-default-browser-check", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", "--mute-audio",
        .. Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? ["--no-sandbox"] : Array.Empty<string>(),
        $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}",
    ];

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // it has ended by itself
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // a killed browser may still be writing its last file; the system clears its temporary folder
        }
    }

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "nothing was said";
}

/// <summary>Why a page could not be printed; kept with the job.</summary>
public sealed class PrintingException(string message) : Exception(message);
