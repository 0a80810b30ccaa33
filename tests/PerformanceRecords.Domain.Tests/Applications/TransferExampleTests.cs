using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Records;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Applications;

/// <summary>What docs/developing.md shows compiles, behaves as it says, and is the file it says.</summary>
public sealed class TransferExampleTests
{
    private static readonly FilingFacts Facts = new()
    {
        Stage = Stage.Draft,
        Sector = Sector.Building,
        Today = new DateOnly(2026, 11, 20),
        Sections = new Dictionary<Sections, SectionValues>(),
        EvidenceKinds = new HashSet<string>(),
    };

    [Theory]
    [InlineData(Sections.Contract, true)]
    [InlineData(Sections.Indicators, false)]
    public void TheContractIsOnlyProved_WhereItIsTransferred(Sections asked, bool needed) => Assert.Equal(needed,
        TransferExample.Type.MissingEvidence(Facts with { Asked = asked }).Any(b => b.Field.EndsWith(EvidenceKind.Contract.Code, StringComparison.Ordinal)));

    [Fact]
    public void WithoutASection_NothingIsTransferred() => Assert.Single(TransferExample.Type.Rules(Facts));

    [Fact]
    public void TheRoute_CanReturnAndReject() => Assert.All(
        new[] { Act.Return, Act.Reject }, act => Assert.Contains(TransferExample.Route.At(Stage.CityReview), s => s.Does == act));

    [Fact]
    public void TheDocument_ShowsThisFile()
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, "tests", "PerformanceRecords.Domain.Tests", "Applications", "TransferExample.cs")).ReplaceLineEndings("\n");
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "developing.md")).ReplaceLineEndings("\n");
        Assert.Contains(file[file.IndexOf("    public static readonly ApplicationType", StringComparison.Ordinal)..file.LastIndexOf('}')].TrimEnd(), document);
    }
}
