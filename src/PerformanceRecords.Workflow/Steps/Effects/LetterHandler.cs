namespace PerformanceRecords.Workflow.Steps.Effects;

/// <summary>A step that sends a letter rests on one; its number goes into the timeline.</summary>
public sealed class LetterHandler
{
    public Task Refer(EffectContext context)
    {
        var letter = context.Letter
            ?? throw new InvalidOperationException($"{context.Event.Act} on {context.Application.Id} rests on no letter.");
        context.Event.Reference = letter.Number;
        return Task.CompletedTask;
    }
}
