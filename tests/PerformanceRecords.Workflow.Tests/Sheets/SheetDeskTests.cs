using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Testing.Work;
using PerformanceRecords.Workflow.Filing;
using PerformanceRecords.Workflow.Sheets;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Sheets;

/// <summary>业绩信息表: one record says one thing, whoever asks.</summary>
public sealed class SheetDeskTests : InAnOffice
{
    [Fact]
    public async Task TheSameRecord_GivesTheSameSheet_WhoeverAsks()
    {
        var record = await RecordStories.SupplementedAsync(Office);
        var draft = await FilingCase.StartedAsync(Office, new StartFiling(CompletionOfIndicators.Type, record));
        await draft.UploadedAsync(EvidenceKind.ScaleProof, "not submitted yet");
        await RecordStories.CorrectionAsync(Office, record);

        var own = await IssueAsync(record, FilingCase.Filer);
        foreach (var other in new[] { FilingCase.City, FilingCase.Province, Office.Actor(DemoPeople.Wu), Office.Actor(DemoPeople.He) })
        {
            Assert.Equal(own.Id, (await IssueAsync(record, other)).Id);
        }

        Assert.DoesNotContain(EvidenceKind.ScaleProof.Title, own.Text, StringComparison.Ordinal);
        Assert.Contains(EvidenceKind.DrawingReviewCertificate.Title, own.Text, StringComparison.Ordinal);
    }

    private Task<RecordSheet> IssueAsync(Guid record, Actor actor) => Office.DoAsync<SheetDesk, RecordSheet>(desk => desk.IssueAsync(record, actor));
}
