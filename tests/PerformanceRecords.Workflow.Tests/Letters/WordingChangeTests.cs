using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Letters;
using PerformanceRecords.Workflow.Letters;
using Xunit;

namespace PerformanceRecords.Workflow.Tests.Letters;

/// <summary>和模板相比改了什么: the words, and only they.</summary>
public sealed class WordingChangeTests
{
    private static readonly LetterFacts Facts = LetterFacts.Of("南京市城乡建设委员会", [], DecidedFacts.None);

    private static readonly LetterWording Template = new(
        0, LetterLayout.Letter, "{发文机关}关于申请开通端口的函", "江苏省住房和城乡建设厅", "第一段。\n平台无项目信息，所附材料齐全。\n请予支持为盼。", null, null);

    [Fact]
    public void TheTemplateWithItsFacts_IsNoChange() =>
        Assert.Empty(WordingChange.Between(Template, LetterOf("南京市城乡建设委员会关于申请开通端口的函", Template.Body), Facts));

    [Fact]
    public void WordsPutIn_StandBetweenWhatSurroundsThem() => Assert.Equal<WordingChange>(
        [new("正文", "平台", "", "和省平台均", "无项目信息，所附材料齐全……")],
        WordingChange.Between(Template, LetterOf(Template.Title, "第一段。\n平台和省平台均无项目信息，所附材料齐全。\n请予支持为盼。"), Facts));

    [Fact]
    public void AParagraphPutIn_OrLeftOut_LeavesTheOthersAlone()
    {
        var changes = WordingChange.Between(Template, LetterOf(Template.Title, "平台无项目信息，所附材料齐全。\n另起一段。\n请予支持为盼。"), Facts);

        Assert.Equal<WordingChange>([new("正文", "", "第一段。", "", ""), new("正文", "", "", "另起一段。", "")], changes);
    }

    [Fact]
    public void WhatIsNotInTheTemplate_IsNamedByItsField()
    {
        var letter = LetterOf("{发文机关}关于申请开通补录端口的函", Template.Body);
        letter.Note = "联系人：㛃某";

        Assert.Equal<WordingChange>(
            [new("标题", "……乡建设委员会关于申请开通", "", "补录", "端口的函"), new("附注", "", "", "联系人：㛃某", "")],
            WordingChange.Between(Template, letter, Facts));
    }

    [Fact]
    public void ARareCharacter_IsNeverCutInTwo() => Assert.Equal<WordingChange>(
        [new("正文", "请予", "𬭎", "𬬭", "支持。")],
        WordingChange.Between(Template with { Body = "请予𬭎支持。" }, LetterOf(Template.Title, "请予𬬭支持。"), Facts));

    private static Letter LetterOf(string title, string body) => new()
    {
        Kind = LetterKind.SupplementRequest,
        RouteCode = Routes.Supplement.Code,
        CaseStage = Stage.CityLetter,
        FromId = Guid.NewGuid(),
        FromName = "南京市城乡建设委员会",
        Addressee = Template.Addressee,
        Title = title,
        Body = body,
        Layout = LetterLayout.Letter,
        TemplateVersion = 0,
        DraftedBy = Guid.NewGuid(),
        DraftedByName = "王珺",
        DraftedAt = new DateTime(2026, 11, 20, 2, 0, 0, DateTimeKind.Utc),
    };
}
