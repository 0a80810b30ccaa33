using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Web.Tests.Features;
using PerformanceRecords.Workflow.Permits;
using Xunit;

namespace PerformanceRecords.Web.Tests.Security;

/// <summary>Every endpoint of the running portal against every level. A new endpoint has to be entered in the table before this passes.</summary>
public sealed class AccessMatrixTests(ReviewingPortal office) : IClassFixture<ReviewingPortal>
{
    [Fact]
    public void EveryEndpoint_IsInTheTable()
    {
        var running = office.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(m => $"{m} /{e.RoutePattern.RawText}"))
            .Distinct()
            .Except(AccessMatrix.NotPages);

        Assert.Equal(AccessMatrix.Rows.Select(r => r.Endpoint).Order(), running.Order());
    }

    [Fact]
    public async Task EveryLevel_GetsTheAnswerTheTableSays()
    {
        var things = await ThingsAsync();
        var callers = await Task.WhenAll(AccessMatrix.Callers.Select(async person => await Caller.OfAsync(office.Portal, person)));
        var wrong = new List<string>();
        foreach (var row in AccessMatrix.Rows)
        {
            var answers = new List<string>();
            foreach (var caller in callers)
            {
                answers.Add((await caller.AskAsync(row, things)).ToString(CultureInfo.InvariantCulture));
            }

            var actual = string.Join(' ', answers);
            if (actual != row.Answers)
            {
                wrong.Add($"{row.Endpoint}\n  expected {row.Answers}\n  answered {actual}");
            }
        }

        Array.ForEach(callers, caller => caller.Dispose());
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // a case of Nanjing's Pukou filed by 衡岳, once in each state the addresses ask for
    private async Task<Dictionary<string, Guid>> ThingsAsync()
    {
        var draft = await office.NewCase().DraftedAsync();
        var submitted = await office.NewCase().SubmittedAsync();
        var verified = await office.NewCase().VerifiedAsync();
        var letter = await verified.LetterAwaitingSignatureAsync();
        var opened = await office.NewCase().PortOpenedAsync();
        var completed = await office.NewCase().CompletedAsync();
        var permit = await office.Office.DoAsync<PermitDesk, IReadOnlyList<PermitResult>>(desk => desk.TakeAsync([PermitStories.RowOf(new SampleProject(900))], "施工许可系统"));
        await using var db = office.Portal.OpenDatabase();
        return new()
        {
            ["applications"] = draft.Id,
            ["reviews"] = submitted.Id,
            ["dossiers"] = submitted.Id,
            ["filing-sheets"] = submitted.Id,
            ["letters"] = letter.Id,
            ["ports"] = await db.SupplementPorts.Where(p => p.ApplicationId == opened.Id).Select(p => p.Id).SingleAsync(),
            ["fileId"] = await db.EvidenceFiles.Where(f => f.ApplicationId == submitted.Id).Select(f => f.Id).FirstAsync(),
            ["records"] = (await completed.ReadAsync()).RecordId!.Value,
            ["permits"] = permit[0].PermitId!.Value,
            ["enterprises"] = DemoPeople.Hengyue.Id,
            ["accounts"] = DemoPeople.Zhang.Id,
        };
    }
}
