using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PerformanceRecords.DataStandard;
using PerformanceRecords.PlatformSandbox.Calls;
using PerformanceRecords.PlatformSandbox.Faults;

namespace PerformanceRecords.PlatformSandbox.Pages;

/// <summary>What people see: the public view of both platforms, the calls, and the control desk.</summary>
internal static class PageEndpoints
{
    private const int MaxRows = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => Results.Redirect("/" + SandboxState.National));
        app.MapGet("/sandbox.css", () => Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream("sandbox.css")!, "text/css; charset=utf-8"));
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGet("/{channel:regex(^(national|service-network)$)}", Search);
        app.MapGet("/{channel:regex(^(national|service-network)$)}/projects/{prjNum}", Project);
        app.MapGet("/calls", (SandboxState state, Announcer announcer, string? project) => new RazorComponentResult<CallsPage>(
            new { state.Calls.Totals, Calls = state.Calls.Recent(300, project), Announcer = announcer, Project = project }));
        app.MapGet("/control", (FaultDesk desk, ContractSchemas schemas, string? said) => Control(desk, schemas, said));
        app.MapPost("/control/faults", Switch);
        app.MapPost("/control/alterations", Alter);
        app.MapPost("/control/faults/{id:guid}/remove", (FaultDesk desk, [FromRoute] Guid id, [FromForm] string? unused) =>
        {
            desk.Remove(id);
            return Results.Redirect("/control");
        });
    }

    private static RazorComponentResult<SearchPage> Search(SandboxState state, TimeProvider clock, string channel, string? q)
    {
        var platform = state.Of(channel);
        var found = platform.Search((q ?? "").Trim(), clock.GetUtcNow().UtcDateTime, MaxRows);
        return new RazorComponentResult<SearchPage>(new { Platform = platform, Query = q ?? "", Found = found });
    }

    private static RazorComponentResult Project(SandboxState state, ContractSchemas schemas, TimeProvider clock, string channel, string prjNum)
    {
        var platform = state.Of(channel);
        return platform.Show(prjNum, clock.GetUtcNow().UtcDateTime) is { } project
            ? new RazorComponentResult<ProjectPage>(new { Platform = platform, Project = project, Schemas = schemas })
            : new RazorComponentResult<SearchPage>(new { Platform = platform, Query = prjNum, Found = (IReadOnlyList<Facts.ShownProject>)[] }) { StatusCode = 404 };
    }

    private static IResult Alter(SandboxState state, FaultDesk desk, ContractSchemas schemas, [FromForm] AlterForm form)
    {
        var field = string.IsNullOrWhiteSpace(form.Field) ? null : form.Field.Trim();
        var known = field is null || schemas.Fields(form.Section).Any(f => f.Name == field);
        var altered = known && state.Platforms.FirstOrDefault(p => p.Channel == form.Channel)?.Alter((form.PrjNum ?? "").Trim(), form.Section, null, fact => form.Change switch
        {
            "remove" => null,
            "grade" => fact with { Grade = form.Grade },
            _ => Alterations.Change(fact, field, string.IsNullOrEmpty(form.Value) ? null : form.Value),
        }) == true;
        return altered
            ? Results.Redirect("/control?said=altered")
            : new RazorComponentResult<ControlPage>(new
            {
                Faults = desk.All,
                Schemas = schemas,
                Typed = form,
                Problem = known ? $"没有项目 {form.PrjNum} 的“{Text.Section(form.Section)}”。请从查询页抄项目编号。" : $"“{Text.Section(form.Section)}”没有字段 {field}。",
            });
    }

    private static RazorComponentResult<ControlPage> Control(FaultDesk desk, ContractSchemas schemas, string? said) =>
        new(new { Faults = desk.All, Schemas = schemas, Done = said == "altered" });

    private static IResult Switch(FaultDesk desk, [FromForm] FaultForm form)
    {
        desk.Add(new Fault
        {
            Kind = form.Kind,
            Call = form.Call,
            Channel = form.Channel,
            Section = form.Section,
            PrjNum = form.PrjNum?.Trim(),
            Probability = Math.Clamp(form.Percent ?? 100, 0, 100) / 100d,
            Remaining = form.Times,
            Seconds = Math.Clamp(form.Seconds ?? 5, 0, 86_400),
            Field = form.Field?.Trim(),
        });
        return Results.Redirect("/control");
    }
}

/// <summary>The form that changes what a platform shows without having been told to.</summary>
public sealed class AlterForm
{
    public string Channel { get; set; } = SandboxState.National;

    public string? PrjNum { get; set; }

    public string Section { get; set; } = "basic";

    /// <summary>field, grade or remove.</summary>
    public string Change { get; set; } = "field";

    public string? Field { get; set; }

    public string? Value { get; set; }

    public string Grade { get; set; } = "C";
}

/// <summary>The form that switches a fault on.</summary>
internal sealed class FaultForm
{
    public FaultKind Kind { get; set; }

    public FaultCall Call { get; set; }

    public string? Channel { get; set; }

    public string? Section { get; set; }

    public string? PrjNum { get; set; }

    public int? Percent { get; set; }

    public int? Times { get; set; }

    public double? Seconds { get; set; }

    public string? Field { get; set; }
}
