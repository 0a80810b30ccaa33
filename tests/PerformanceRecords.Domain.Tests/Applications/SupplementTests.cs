using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Advice;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Applications;

public sealed class SupplementTests
{
    private static readonly FilingFacts Facts = new()
    {
        Stage = Stage.Draft,
        Sector = Sector.Building,
        Today = new DateOnly(2026, 11, 20),
        Sections = new Dictionary<Sections, SectionValues>(),
        EvidenceKinds = new HashSet<string>(),
    };

    [Fact]
    public void TheApplication_NeedsTheProofsOfReviewAndAcceptance()
    {
        var missing = Supplement.Type.MissingEvidence(Facts).Select(b => b.Field);
        Assert.Contains("Evidence." + EvidenceKind.DrawingReviewCertificate.Code, missing);
        Assert.Contains("Evidence." + EvidenceKind.AcceptanceProof.Code, missing);
    }

    [Fact]
    public void WithEveryDemandedKind_NothingIsMissing() => Assert.Empty(Supplement.Type.MissingEvidence(Facts with
    {
        EvidenceKinds = Supplement.Type.PlanAt(Stage.Draft).Evidence.Where(e => !e.Optional).Select(e => e.AnyOf[0].Code).ToHashSet(),
    }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ProofOfPersonnel_IsNeededOnlyWherePersonnelIsFilledIn(bool filledIn)
    {
        var facts = Facts with
        {
            Stage = Stage.FillIn,
            Sections = new Dictionary<Sections, SectionValues> { [Sections.Personnel] = filledIn ? SectionValues.Of(("UserName", "刘喆")) : new() },
        };
        Assert.Equal(filledIn, Supplement.Type.MissingEvidence(facts).Any(b => b.Field.EndsWith(EvidenceKind.PersonnelProof.Code, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Sector.Building, true)]
    [InlineData(Sector.Municipal, true)]
    [InlineData(Sector.Survey, false)]
    [InlineData(Sector.OtherIndustry, false)]
    public void ASupplement_IsForBuildingAndMunicipalWorks(Sector sector, bool allowed) =>
        Assert.Equal(allowed, !FilingGuard.Check(Supplement.Type, Facts with { Sector = sector }).Any());

    [Theory]
    [InlineData(Sections.Basic, Sections.None)]
    [InlineData(Sections.None, Sections.Basic)]
    public void AProjectThatAPlatformKnows_IsNotSupplemented_AndTheMessageNamesTheRightModule(Sections provincial, Sections national)
    {
        var breach = Assert.Single(FilingGuard.Check(Supplement.Type, Facts with { Known = new KnownRecord(null, provincial, national) }));
        Assert.Contains("工程项目信息勘误（完善）", breach.Message);
    }
}
