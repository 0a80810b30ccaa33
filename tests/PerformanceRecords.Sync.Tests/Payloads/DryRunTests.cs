using Microsoft.Extensions.Options;
using PerformanceRecords.Data.Security;
using PerformanceRecords.DataStandard;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Sync.Payloads;

namespace PerformanceRecords.Sync.Tests.Payloads;

public sealed class DryRunTests
{
    private static readonly DryRun Platform = new(
        new SectionPayload(new PersonalNumbers(Options.Create(new PersonalNumberOptions { Key = Convert.ToBase64String(new byte[32]) }))), new ContractSchemas());

    public static TheoryData<Sections> EverySection() => [.. Enum.GetValues<Sections>().Where(s => s != Sections.None)];

    [Theory]
    [MemberData(nameof(EverySection))]
    public void SoundContent_IsNotObjectedTo(Sections section) => Assert.Empty(Platform.Check(Message(section, Approved.Of(section, SyncBench.Project))));

    [Theory]
    [InlineData(Sections.Contract, "ContractTypeNum", "999", "ContractTypeNum", "合同类别")]
    [InlineData(Sections.Contract, "ContractorCorpCode", "91370211727829936X", "ContractorCorpCode", "承包单位")]
    [InlineData(Sections.Basic, "PrjName", "无", "PrjName", "项目名称")]
    [InlineData(Sections.DrawingReview, "CensorEDate", "2019年4月", "CensorEDate", "审查完成日期")]
    [InlineData(Sections.Personnel, "IDCard", "110105194912310021", "IDCard", "身份证号码")]
    public void WhatThePlatformWouldRefuse_IsNamedByTheFieldsChineseName(Sections section, string key, string text, string field, string name)
    {
        var values = Approved.Of(section, SyncBench.Project);
        var wrong = new SectionValues([.. values.Rows.Select((row, i) => i > 0 ? row : new Dictionary<string, string>(row) { [key] = text })]);

        var objection = Assert.Single(Platform.Check(Message(section, wrong)));

        Assert.Equal((section, 1, field), (objection.Section, objection.Row, objection.Field));
        Assert.Contains(name, objection.Reason);
    }

    [Fact]
    public void ContentThatCannotBeWritten_IsObjectedTo_NotThrownOver() =>
        Assert.Contains("无法写成", Assert.Single(Platform.Check(Message(Sections.Basic, Approved.Basic(SyncBench.Project).Map((key, text) => key == "AllInvest" ? "很多" : text)))).Reason);

    private static PushMessage Message(Sections section, SectionValues values) => new()
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
        IdempotencyKey = "dry-run",
        Content = values,
        Grade = DataGrade.C,
        DataSource = "3",
        ApprovedBy = "南京市城乡建设委员会",
        ContractVersion = "2026.1",
        CreatedAt = DateTime.UnixEpoch,
    };
}
