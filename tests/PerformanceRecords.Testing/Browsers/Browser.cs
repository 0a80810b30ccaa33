using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Xunit;

namespace PerformanceRecords.Testing.Browsers;

/// <summary>The Chromium of this machine, never one downloaded. A class fixture: one process for the tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async Task InitializeAsync()
    {
        if (TestEnvironment.Chromium is { } path)
        {
            Assertions.SetDefaultExpectTimeout(30_000); // as long as an action waits: the machine may be busy with other tests
            playwright = await Playwright.CreateAsync();
            chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Headless = true, Args = Flags });
        }
    }

    /// <summary>
    /// Opens a window of its own (own cookies) and does something in it. When that fails, a picture is left in TestResults.
    /// Errors on the console, refused scripts and styles among them, fail the test too.
    /// </summary>
    /// <param name="mayComplain">A word in the complaints that belong to the test: browsers write every refused request to the console.</param>
    public async Task UseAsync(Uri portal, Func<IPage, Task> act, Screen? screen = null, string? mayComplain = null, [CallerMemberName] string test = "")
    {
        await using var window = await OpenAsync(portal, screen ?? Screen.Desk);
        var page = await window.NewPageAsync();
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && (mayComplain is null || !message.Text.Contains(mayComplain, StringComparison.Ordinal)))
            {
                complaints.Add($"{message.Text} ({message.Location})");
            }
        };
        try
        {
            await act(page);
            Assert.Empty(complaints);
        }
        catch
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(TestEnvironment.Results, test + ".png"), FullPage = true });
            throw;
        }
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
    }

    private Task<IBrowserContext> OpenAsync(Uri portal, Screen screen)
    {
        if (chromium is null)
        {
            throw new InvalidOperationException("Chromium is not installed; tests/run.sh installs it.");
        }

        return chromium.NewContextAsync(new()
        {
            BaseURL = portal.AbsoluteUri,
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
        });
    }
}
