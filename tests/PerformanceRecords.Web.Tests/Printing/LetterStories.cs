using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Letters;

namespace PerformanceRecords.Web.Tests.Printing;

/// <summary>A correction and an upgrade on their way, for the letters they need.</summary>
internal sealed class LetterStories(PaperPortal paper)
{
    /// <summary>The kinds that a supplement does not need, in the order in which they are written.</summary>
    public async Task<IReadOnlyList<Letter>> OfOtherKindsAsync()
    {
        var record = await RecordStories.CompleteAsync(paper.Office, 501);
        var correction = await (await RecordStories.CorrectionAsync(paper.Office, record)).SubmittedAsync();
        var raised = await RecordStories.CompleteAsync(paper.Office, 502);
        var upgrade = await FilingCase.StartedAsync(paper.Office, new StartFiling(Upgrade.Type, raised, Sections.DrawingReview, DataGrade.B));
        await (await upgrade.ProvenAsync()).SubmittedAsync();
        List<Letter> letters = [.. await ThroughAsync(correction), .. await ThroughAsync(upgrade)];

        // what is approved can be told in writing
        letters.Add(Of(await upgrade.LetterAsync(FilingCase.Province, Office.Actor(DemoPeople.Zhou))));
        return letters;
    }

    private static async Task<IReadOnlyList<Letter>> ThroughAsync(FilingCase filing)
    {
        await filing.TakenAsync(Act.Verify, FilingCase.City);
        var first = Of(await filing.LetterAsync(FilingCase.City, FilingCase.CitySigner));
        await filing.TakenAsync(Act.Verify, FilingCase.Province);
        return [first, Of(await filing.LetterAsync(FilingCase.Province, Office.Actor(DemoPeople.Zhou)))];
    }

    private static Letter Of(LetterResult result) => ((LetterResult.Done)result).Letter;
}
