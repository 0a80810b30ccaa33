using PerformanceRecords.PlatformSandbox.Calls;
using PerformanceRecords.PlatformSandbox.Faults;

namespace PerformanceRecords.PlatformSandbox.Api;

/// <summary>The stand-in's own controls, which no real platform has: faults, silent changes, totals.</summary>
internal static class ControlEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var control = app.MapGroup("/control/api").DisableAntiforgery();
        control.MapGet("/faults", (FaultDesk desk) => desk.All);
        control.MapPost("/faults", Add);
        control.MapDelete("/faults", (FaultDesk desk) => desk.Clear());
        control.MapDelete("/faults/{id:guid}", (FaultDesk desk, Guid id) => desk.Remove(id) ? Results.NoContent() : Results.NotFound());
        control.MapGet("/statistics", Statistics.Of);
        control.MapGet("/facts", (SandboxState state, string channel) => state.Of(channel).Facts.Select(f => new { f.Number, f.PrjNum, f.Section, f.Source, f.Grade, f.IdempotencyKey, f.FactDigest, f.AcceptedAt }));
        control.MapPost("/alterations", Alter);
        control.MapPost("/clear", (SandboxState state, FaultDesk desk, TimeProvider clock) =>
        {
            state.Clear(clock.GetUtcNow().UtcDateTime);
            desk.Clear();
        });
    }

    private static IResult Add(FaultDesk desk, Fault fault)
    {
        desk.Add(fault);
        return Results.Created($"/control/api/faults/{fault.Id}", fault);
    }

    private static IResult Alter(SandboxState state, Alteration wanted) =>
        state.Of(wanted.Channel).Alter(wanted.PrjNum, wanted.Section, wanted.Source, fact => wanted switch
        {
            { Remove: true } => null,
            { Grade: { } grade } => fact with { Grade = grade },
            _ => Alterations.Change(fact, wanted.Field, wanted.Value),
        })
            ? Results.NoContent()
            : Results.NotFound();
}

/// <summary>A change the platform makes on its own to what it shows.</summary>
internal sealed record Alteration(string Channel, string PrjNum, string Section, string? Source = null, string? Field = null, string? Value = null, string? Grade = null, bool Remove = false);

/// <summary>The totals a benchmark or a test reads off.</summary>
internal sealed record Statistics(CallTotals Calls, IReadOnlyDictionary<string, int> Projects, IReadOnlyDictionary<string, int> Facts)
{
    public static Statistics Of(SandboxState state) => new(
        state.Calls.Totals,
        state.Platforms.ToDictionary(p => p.Channel, p => p.Count.Projects),
        state.Platforms.ToDictionary(p => p.Channel, p => p.Count.Facts));
}
