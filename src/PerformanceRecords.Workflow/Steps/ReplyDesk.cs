using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Queries;

namespace PerformanceRecords.Workflow.Steps;

/// <summary>What comes with a decision that was taken on paper: its number and its scan.</summary>
/// <param name="EvidenceId">A scan that was uploaded before.</param>
/// <param name="Scan">A scan that comes along; null where none does.</param>
public sealed record PaperReply(int Version, string? Opinion, string? DocumentNumber, Guid? EvidenceId, ReplyScan? Scan);

/// <summary>A scan as it was chosen.</summary>
public sealed record ReplyScan(string FileName, Stream Content);

/// <summary>书面答复: takes the scan in, then the step that was decided on paper.</summary>
public sealed class ReplyDesk(CaseFiles files, EvidenceDesk evidence, StepTaker steps)
{
    public async Task<StepResult> RecordAsync(Guid id, Act act, PaperReply reply, Actor actor, CancellationToken cancellation = default)
    {
        var application = (await files.OpenAsync(id, actor, cancellation)).Application;
        var (version, scan) = (reply.Version, reply.EvidenceId);
        if (reply.Scan is { } chosen && application.Version == reply.Version)
        {
            switch (await evidence.AddReplyAsync(id, chosen.FileName, chosen.Content, actor, cancellation))
            {
                // the same scan again, after something else was wrong: the one that is kept is meant
                case UploadResult.Refused { Breach.Code: "file-twice" } when reply.EvidenceId is not null:
                    break;
                case UploadResult.Refused refused:
                    return new StepResult.Refused([refused.Breach with { Field = "Reply.EvidenceId" }]);
                case UploadResult.Taken taken:
                    // the upload is a change of the case, the only one since the page was shown
                    (version, scan) = (reply.Version + 1, taken.File.Id);
                    break;
            }
        }

        return await steps.TakeAsync(
            new TakeStep(id, act, version, reply.Opinion, Reply: new WrittenReply(reply.DocumentNumber ?? "", scan ?? Guid.Empty)), actor, cancellation);
    }
}
