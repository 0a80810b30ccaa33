using System.Net;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing;
using PerformanceRecords.Testing.Pages;
using PerformanceRecords.Web.Features.Reviews;
using Xunit;

namespace PerformanceRecords.Web.Tests.Journeys;

/// <summary>What an enterprise does about its records, and what a reviewer tries who may not.</summary>
internal sealed partial class AtWork
{
    /// <summary>Presses the button that starts a filing about a record; a refusal is the page that comes back.</summary>
    public async Task<Page> TriesToStartAsync(ApplicationType type, Guid? record = null, Sections asked = Sections.None, DataGrade? grade = null, Sector? sector = null)
    {
        var page = await visitor.OpenAsync($"/applications/new/{type.Code}{(record is null ? "" : $"?record={record}")}");
        var form = page.FormWith($"开始{type.Title}申请");
        if (asked != Sections.None && page.Has("[name=asked]"))
        {
            form.Without("asked");
            foreach (var section in asked.Each())
            {
                form.With("asked", section.ToString());
            }
        }

        if (grade is not null)
        {
            form.With("grade", grade.Value.ToString());
        }

        if (sector is not null)
        {
            form.With("sector", sector.Value.ToString());
        }

        return await form.SubmitAsync();
    }

    public async Task<Guid> StartsAsync(ApplicationType type, Guid? record, Sections asked = Sections.None, DataGrade? grade = null, Sector? sector = null)
    {
        var started = await TriesToStartAsync(type, record, asked, grade, sector);
        Assert.True(started.Address.AbsolutePath.Length > "/applications".Length, started.Text);
        return Guid.Parse(Id().Match(started.Address.AbsolutePath).Value);
    }

    /// <summary>Uploads whatever the checklist still demands.</summary>
    public async Task UploadsMissingAsync(Guid application)
    {
        for (var files = 0; files < 20; files++)
        {
            var page = await visitor.OpenAsync($"/applications/{application}/evidence");
            var missing = page.Document.QuerySelectorAll("ul.evid > li").FirstOrDefault(li => li.QuerySelector(".tag")?.TextContent.Trim() == "未上传");
            if (missing is null)
            {
                return;
            }

            var kind = EvidenceKind.Find(missing.Id!["Evidence-".Length..])!;
            await page.Form($"#{missing.Id} form.upf").With("file", Sample.Pdf($"{kind.Title}.pdf", kind.Code)).SubmitAsync();
        }
    }

    /// <summary>What the checklist demands that is not there.</summary>
    public async Task<IReadOnlyList<string>> MissingEvidenceAsync(Guid application) =>
        [.. (await visitor.OpenAsync($"/applications/{application}/evidence")).Document.QuerySelectorAll("ul.evid > li")
            .Where(li => li.QuerySelector(".tag")?.TextContent.Trim() == "未上传").Select(li => EvidenceKind.Find(li.Id!["Evidence-".Length..])!.Title)];

    /// <summary>Says for every change why, and which file proves it.</summary>
    public async Task<Page> GivesReasonsAsync(Guid application, string reason, EvidenceKind proof)
    {
        var page = await visitor.OpenAsync($"/applications/{application}/changes");
        var form = page.Form("#changes-form");
        for (var change = 0; change < page.Document.QuerySelectorAll("#changes-form section.entry").Length; change++)
        {
            form.With($"Changes[{change}].Reason", reason).With($"Changes[{change}].Evidence", $"{proof.Title}：{proof.Title}.pdf");
        }

        return await form.SubmitAsync();
    }

    /// <summary>Waits until the progress of a filing says that what it brought is shown.</summary>
    public async Task<Page> SeesShownAsync(Guid application)
    {
        for (var tries = 0; tries < 150; tries++)
        {
            var page = await visitor.OpenAsync($"/applications/{application}");
            if (page.Texts(".facts dd").Any(d => d.EndsWith('起')))
            {
                return page;
            }

            await Task.Delay(200);
        }

        throw new TimeoutException((await visitor.OpenAsync($"/applications/{application}")).Text);
    }

    /// <summary>Presses a button of the case page by its word.</summary>
    public async Task<Page> PressesAsync(Guid application, string button, string opinion = "") =>
        await (await visitor.OpenAsync($"/reviews/{application}")).FormWith(button).With("Opinion", opinion).SubmitAsync(button);

    /// <summary>Sends a decision past the buttons of the page, as somebody might who knows the address.</summary>
    public async Task<HttpStatusCode> ForcesAsync(Application application, Act act)
    {
        var token = (await visitor.OpenAsync("/account/password"))["[name=__RequestVerificationToken]"].GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, ReviewUrls.Of(application.Id, act))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["Version"] = application.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Opinion"] = "越权",
            }),
        };
        using var answer = await visitor.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
