using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing.Browsers;
using PerformanceRecords.Web.Features.Shared;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Shared;

/// <summary>At a desk.</summary>
public sealed class DeskAccessibilityTests(ReviewingPortal office, Browser browser) : AccessibilityTests(office, browser, phone: false);

/// <summary>On a phone, where no page scrolls sideways either.</summary>
public sealed class PhoneAccessibilityTests(ReviewingPortal office, Browser browser) : AccessibilityTests(office, browser, phone: true);

/// <summary>无障碍: axe finds nothing against WCAG 2.0–2.2 A and AA on any page.</summary>
public abstract class AccessibilityTests(ReviewingPortal office, Browser browser, bool phone) : IClassFixture<ReviewingPortal>, IClassFixture<Browser>
{
    private const string Nothing = "nothing-here";

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    public static TheoryData<string> OneOfEachLevel() => [.. DemoPeople.All.DistinctBy(p => p.Organisation.Level).Select(p => p.UserName)];

    [BrowserTheory]
    [MemberData(nameof(OneOfEachLevel))]
    public async Task EveryPageOfTheMenu_IsSound(string userName)
    {
        var person = DemoPeople.All.Single(p => p.UserName == userName);
        await office.NewCase().SubmittedAsync();
        await LookAtAsync(page => page.SignInAsync(person), [.. Navigation.For(person.Organisation.Level).SelectMany(g => g.Items).Select(i => i.Url)]);
    }

    [BrowserFact]
    public async Task EveryPageOfAFiling_IsSound()
    {
        var draft = await office.NewCase().DraftedAsync();
        var filledIn = await office.NewCase().FilledInAsync();
        await LookAtAsync(page => page.SignInAsync(DemoPeople.Zhang),
        [
            $"/applications/{draft.Id}/sections/basic", $"/applications/{draft.Id}/evidence", $"/applications/{draft.Id}/check", $"/applications/{draft.Id}",
            .. new[] { "contract", "drawingreview", "acceptance", "personnel", "indicators", "permit" }.Select(s => $"/applications/{filledIn.Id}/sections/{s}"),
            $"/applications/{filledIn.Id}/check", $"/applications/{filledIn.Id}",
        ]);
    }

    [BrowserFact]
    public async Task ACaseAndALetter_AreSound()
    {
        var submitted = await office.NewCase().SubmittedAsync();
        var letter = await (await office.NewCase().VerifiedAsync()).LetterAwaitingSignatureAsync();
        await LookAtAsync(page => page.SignInAsync(DemoPeople.Li), [$"/reviews/{submitted.Id}", $"/letters/{letter.Id}", $"/reviews/{Guid.Empty}/{Nothing}"]);
    }

    [BrowserFact]
    public Task EveryPublicPage_IsSound() =>
        LookAtAsync(_ => Task.CompletedTask, ["/account/sign-in", "/account/register", "/guide", "/about/accessibility", "/about/privacy", "/" + Nothing]);

    private Task LookAtAsync(Func<IPage, Task> prepare, IReadOnlyList<string> addresses) => browser.UseAsync(
        office.Portal.Address,
        async page =>
        {
            await prepare(page);
            var found = new List<string>();
            foreach (var address in addresses)
            {
                var answer = await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
                Assert.True(answer!.Status == (address.EndsWith(Nothing, StringComparison.Ordinal) ? 404 : 200), $"{address}: {answer.Status}");
                var result = await page.RunAxe(Rules);
                found.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{address}: {v.Id} {v.Help}: {n.Html}")));
                if (phone && await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is > 0 and var over)
                {
                    found.Add($"{address}: scrolls sideways by {over} px");
                }
            }

            Assert.True(found.Count == 0, string.Join("\n", found));
        },
        phone ? Screen.Phone : Screen.Desk,
        mayComplain: "404");
}
