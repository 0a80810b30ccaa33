using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Queries;
using PerformanceRecords.Workflow.Steps;

namespace PerformanceRecords.Web.Features.Reviews;

/// <summary>书面答复: takes the scan in, then the step that was decided on paper.</summary>
public sealed class ReplyDesk(CaseFiles files, EvidenceDesk evidence, StepTaker steps)
{
    public async Task<StepResult> RecordAsync(Guid id, Act act, ReplyForm form, Actor actor, CancellationToken cancellation)
    {
        var application = (await files.OpenAsync(id, actor, cancellation)).Application;
        var (version, scan) = (form.Version, form.EvidenceId);
        if (form.Scan is { Length: > 0 } chosen && application.Version == form.Version)
        {
            await using var content = chosen.OpenReadStream();
            switch (await evidence.AddReplyAsync(id, chosen.FileName, content, actor, cancellation))
            {
                // the same scan again, after something else was wrong: the one that is kept is meant
                case UploadResult.Refused { Breach.Code: "file-twice" } when form.EvidenceId is not null:
                    break;
                case UploadResult.Refused refused:
                    return new StepResult.Refused([refused.Breach with { Field = "Reply.EvidenceId" }]);
                case UploadResult.Taken taken:
                    // the upload is a change of the case, the only one since the page was shown
                    (version, scan) = (form.Version + 1, taken.File.Id);
                    break;
            }
        }

        var reply = new WrittenReply(form.DocumentNumber ?? "", scan ?? Guid.Empty);
        return await steps.TakeAsync(new TakeStep(id, act, version, form.Opinion, Reply: reply), actor, cancellation);
    }
}
