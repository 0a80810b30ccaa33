using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Html;
using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Web.Features.Shared;
using PerformanceRecords.Web.Features.Shared.Forms;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Shared;

/// <summary>A field says what it is, what is wrong with it, and does so to those who listen too.</summary>
public sealed class FormFieldTests
{
    private const string Name = "Contract[1].ContractMoney";

    public static TheoryData<FieldKind> Kinds => [.. Enum.GetValues<FieldKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryKind_HasALabelForItsControl(FieldKind kind)
    {
        var html = Render(new FormField(Name, "合同金额", "1") { Kind = kind, Choices = [new("1", "1 一")], MaxLength = 50 });

        var control = html.QuerySelector("#Contract-1-ContractMoney")!;
        Assert.Equal(Name, control.GetAttribute("name"));
        Assert.True(html.QuerySelector("label[for='Contract-1-ContractMoney']") is not null || html.QuerySelector("fieldset > legend") is not null);
    }

    [Fact]
    public void ABreach_StandsBesideTheFieldAndIsTiedToIt()
    {
        var html = Render(new FormField(Name, "合同金额", "-1")
        {
            Kind = FieldKind.Money,
            Hint = "含补充协议",
            Breaches = [new("positive", Name, "合同金额应大于 0", "1"), new("other", "Contract[0].ContractMoney", "另一行的")],
        });

        var input = html.QuerySelector("input")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Contract-1-ContractMoney-error Contract-1-ContractMoney-hint", input.GetAttribute("aria-describedby"));
        Assert.Equal("-1", input.GetAttribute("value"));
        var error = html.QuerySelector("#Contract-1-ContractMoney-error")!;
        Assert.Contains("合同金额应大于 0", error.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("另一行的", error.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", error.QuerySelector("button[data-adopt]")!.GetAttribute("data-value"));
        Assert.Equal("万元", html.QuerySelector(".unit span")!.TextContent);
    }

    [Theory]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("</textarea><b>")]
    public void WhatWasTyped_StaysTextWhateverItLooksLike(string typed)
    {
        foreach (var kind in Enum.GetValues<FieldKind>())
        {
            var html = Render(new FormField("A", typed, typed) { Kind = kind, Hint = typed, Origin = typed, Breaches = [new("x", "A", typed, typed)] });

            Assert.Empty(html.QuerySelectorAll("script, b"));
        }
    }

    [Fact]
    public void ACodeNoLongerInTheTable_StaysChosenUntilAnotherIs()
    {
        var html = Render(new FormField("A", "工程用途", "777") { Kind = FieldKind.Code, Choices = [new("100", "100 居住建筑")] });

        Assert.Equal("777", html.QuerySelector("option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public void ARetiredRegion_StaysChosenUntilAnotherIs()
    {
        var html = Render(new FormField("A", "项目所在地", "320103") { Kind = FieldKind.Region });

        Assert.Equal("320103", html.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal(13, html.QuerySelectorAll("optgroup[label$='市']").Length);
    }

    [Fact]
    public void ALockedChoice_IsStillSent()
    {
        var html = Render(new FormField("A", "项目所在地", "320102") { Kind = FieldKind.Region, ReadOnly = true });

        Assert.True(html.QuerySelector("select")!.HasAttribute("disabled"));
        Assert.Equal("320102", html.QuerySelector("input[type=hidden][name=A]")!.GetAttribute("value"));
    }

    [Fact]
    public void APassword_IsNeverSentBack()
    {
        var html = Render(new FormField("A", "密码", "secret-1") { Type = "password" });

        Assert.Equal("", html.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public void TheFieldsOfASection_CarryTheNamesOfTheirBreaches()
    {
        var contract = SectionDefinitions.Of(Sections.Contract);
        foreach (var field in contract.Fields)
        {
            var name = contract.PathOf(1, field.Key);
            var html = Render(FormField.For(field, name, "", [new Breach("x", name, "要改")]));

            Assert.NotNull(html.QuerySelector($"[name='{name}']"));
            Assert.NotNull(html.QuerySelector($"#{FieldId.Of(name)}-error"));
        }
    }

    [Fact]
    public void TheSummary_LeadsToEachField_AndTakesTheFocus()
    {
        var html = Render(ErrorSummary.Of([new("x", Name, "合同金额应大于 0"), new("y", "", "没有人员")], "这一节"));

        Assert.Equal("这一节还有 2 处要改", html.QuerySelector("h2")!.TextContent);
        Assert.Equal("#Contract-1-ContractMoney", html.QuerySelector("li a")!.GetAttribute("href"));
        Assert.True(html.QuerySelector(".errsum")!.HasAttribute("data-focus"));
        Assert.Null(Render(ErrorSummary.Of([])).QuerySelector(".errsum"));
    }

    [Fact]
    public void TheSummary_SpeaksOfNothingToChange_WhereNoFieldIsToBlame()
    {
        Assert.Equal("没有办成", Render(ErrorSummary.Of([new("x", "", "函件已被别人改过")], "没有办成，")).QuerySelector("h2")!.TextContent);
        Assert.Equal("没有办成", Render(ErrorSummary.Of([new("x", "", "函件已被别人改过")])).QuerySelector("h2")!.TextContent);
    }

    private static IElement Render(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString()).Body!;
    }
}
