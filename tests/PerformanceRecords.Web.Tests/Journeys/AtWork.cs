using System.Net;
using System.Text.RegularExpressions;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Hosting;
using PerformanceRecords.Testing.Pages;
using Xunit;

namespace PerformanceRecords.Web.Tests.Journeys;

/// <summary>A person of the demonstration in front of the portal's pages; the verbs are those of the source text.</summary>
internal sealed partial class AtWork : IDisposable
{
    private readonly Visitor visitor;

    private AtWork(Visitor visitor) => this.visitor = visitor;

    public static async Task<AtWork> AsAsync(PortalHost host, DemoPerson person) => new(await host.SignedInAsync(person));

    public Task<Page> OpenAsync(string address) => visitor.OpenAsync(address);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => visitor.Http.SendAsync(request);

    /// <summary>Starts an application of a type and says which one it became.</summary>
    public async Task<Guid> StartsAsync(ApplicationType type)
    {
        var started = await (await visitor.OpenAsync("/applications/new/" + type.Code)).FormWith($"开始{type.Title}申请").SubmitAsync();
        return Guid.Parse(Id().Match(started.Address.AbsolutePath).Value);
    }

    public async Task<Page> FillsInAsync(Guid application, Sections section, SectionValues values)
    {
        var form = (await visitor.OpenAsync($"/applications/{application}/sections/{section.ToString().ToLowerInvariant()}")).Form("#section-form");
        var repeats = SectionDefinitions.Of(section).Repeats;
        for (var row = 0; row < values.Rows.Count; row++)
        {
            foreach (var (key, text) in values.Rows[row].Where(f => f.Value.Length > 0))
            {
                form.With(repeats ? $"{section}[{row}].{key}" : $"{section}.{key}", text);
            }
        }

        return await form.SubmitAsync();
    }

    public async Task<Page> UploadsAsync(Guid application, EvidenceKind kind, SampleFile file) =>
        await (await visitor.OpenAsync($"/applications/{application}/evidence"))
            .Form($"form[action^='/applications/{application}/evidence/{kind.Code}']:not([action*='replaces'])")
            .With("file", file)
            .SubmitAsync();

    public async Task UploadsAllAsync(Guid application, FilingPlan plan)
    {
        foreach (var rule in plan.Evidence.Where(r => !r.Optional && r.When is null))
        {
            var page = await UploadsAsync(application, rule.AnyOf[0], Sample.Pdf($"{rule.Title}.pdf", rule.Title));
            Assert.True(page.Says($"{rule.Title}.pdf"), page.Text);
        }
    }

    public async Task<Page> SubmitsAsync(Guid application) =>
        await (await visitor.OpenAsync($"/applications/{application}/check")).FormWith("提交").With("promise", "true").SubmitAsync("提交");

    /// <summary>Presses the button of an act on the case page.</summary>
    public async Task<Page> DecidesAsync(Guid application, Act act, string opinion = "") =>
        await (await visitor.OpenAsync($"/reviews/{application}")).FormWith(act.Chinese()).With("Opinion", opinion).SubmitAsync(act.Chinese());

    public async Task<Page> FindsInQueueAsync(string project)
    {
        var page = await visitor.OpenAsync("/reviews?q=" + Uri.EscapeDataString(project));
        Assert.True(page.Says(project), page.Text);
        return page;
    }

    public async Task<Page> DoesNotFindAsync(Guid application)
    {
        var page = await visitor.OpenAsync($"/reviews/{application}");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        return page;
    }

    /// <summary>Drafts a letter over one case, and sends it for signature; says where it lies.</summary>
    public async Task<string> DraftsLetterAsync(Guid application)
    {
        var waiting = await visitor.OpenAsync("/letters?view=waiting");
        var form = waiting.Form($"form:has([name=cases][value='{application}'])").Without("cases").With("cases", application.ToString());
        var draft = await form.SubmitAsync("拟稿");
        var sent = await draft.FormWith("送签").SubmitAsync("送签");
        return sent.Address.AbsolutePath;
    }

    public async Task<Page> SignsAsync(string letter) => await (await visitor.OpenAsync(letter)).FormWith("签发").SubmitAsync("签发");

    public void Dispose() => visitor.Dispose();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
