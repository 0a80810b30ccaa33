using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.DataStandard;
using PerformanceRecords.Sync.Payloads;

namespace PerformanceRecords.Sync.Tests.Payloads;

/// <summary>What leaves the house, field by field. A changed file is a changed contract: look at it before you keep it (KEEP_GOLDEN=1 writes anew).</summary>
public sealed class GoldenFileTests
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly PersonalNumbers Numbers = new(Options.Create(new PersonalNumberOptions { Key = Convert.ToBase64String(new byte[32]) }));

    public static TheoryData<Sections> EverySection() => [.. Enum.GetValues<Sections>().Where(s => s != Sections.None)];

    [Theory]
    [MemberData(nameof(EverySection))]
    public async Task ASection_IsWrittenAsItsGoldenFileSays(Sections section)
    {
        var file = Path.Combine(Folder(), ContractSection.Of(section).Slug + ".json");
        var written = JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(Write(Message(section))), Pretty) + "\n";
        if (Environment.GetEnvironmentVariable("KEEP_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(file, written);
        }

        Assert.Equal((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), written.ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(EverySection))]
    public void ASection_IsWhatTheContractAsksFor(Sections section) =>
        Assert.Empty(SchemaCheck.Run(new ContractSchemas(), ContractSection.Of(section).Slug, JsonSerializer.Deserialize<JsonElement>(Write(Message(section)))));

    [Theory]
    [MemberData(nameof(EverySection))]
    public void TheSameContent_GivesTheSameBytes_HoweverOftenItWasSealed(Sections section) =>
        Assert.Equal(Write(Message(section)), Write(Message(section)));

    [Fact]
    public void ARow_KeepsItsNumber_WhenAnotherIsPutBeforeIt()
    {
        var message = Message(Sections.Personnel);
        var turned = Message(Sections.Personnel, new SectionValues([.. message.Content.Rows.Reverse()]));

        Assert.Equal(InnerNumbers(message), InnerNumbers(turned).Reverse());
    }

    [Fact]
    public void AnAmount_IsTheSameNumber_HoweverManyZeroesItWasTypedWith()
    {
        var basic = Approved.Basic(SyncBench.Project);
        var padded = basic.Map((key, text) => key == "AllInvest" ? "12680.5000" : text);

        Assert.Equal(Write(Message(Sections.Basic, basic)), Write(Message(Sections.Basic, padded)));
    }

    private static IEnumerable<string?> InnerNumbers(PushMessage message) => JsonSerializer.Deserialize<JsonElement>(Write(message))
        .GetProperty("Rows").EnumerateArray().Select(r => r.GetProperty("UserInnerNum").GetString());

    private static byte[] Write(PushMessage message) => new SectionPayload(Numbers).Write(message);

    private static PushMessage Message(Sections section, SectionValues? values = null) => new()
    {
        Destination = Destination.NationalPlatform,
        RecordId = Guid.Parse("0196a0b0-0000-7000-8000-000000000001"),
        ApplicationId = Guid.Empty,
        EnterpriseId = Guid.Empty,
        ProjectNumber = SyncBench.Project,
        ProjectName = "河西综合医院门诊楼",
        CityCode = "320100",
        Section = section,
        Revision = 1,
        Sequence = 1,
        IdempotencyKey = "golden",
        Content = (values ?? Approved.Of(section, SyncBench.Project)).Map((key, text) => key == "IDCard" ? Numbers.Seal(text) : text),
        FromGrade = DataGrade.C,
        Grade = DataGrade.B,
        DataSource = "3",
        ApprovedBy = "南京市城乡建设委员会",
        ContractVersion = "2026.1",
        CreatedAt = DateTime.UnixEpoch,
    };

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");
}
