using PerformanceRecords.Domain.Applications;

namespace PerformanceRecords.Workflow.Seeding;

/// <summary>Invented papers the demo filings are proved with.</summary>
internal static class DemoEvidence
{
    public static Stream Open(EvidenceKind kind)
    {
        var name = kind == EvidenceKind.PersonnelProof ? EvidenceKind.Commitment.Code
            : kind == EvidenceKind.BidNotice ? EvidenceKind.Contract.Code
            : kind.Code;
        return typeof(DemoEvidence).Assembly.GetManifestResourceStream($"Demo.{name}.pdf")
            ?? throw new FileNotFoundException($"No demo paper for {kind.Title}.");
    }
}
