using FsCheck;
using FsCheck.Fluent;
using PerformanceRecords.Domain.Reference;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Reference;

public sealed class IdNumberTests
{
    [Theory]
    [InlineData("11010519491231002X", 1949, 12, 31, false)]
    [InlineData("440524188001010014", 1880, 1, 1, true)]
    public void TheStandardsExamplesAreRight(string number, int year, int month, int day, bool male)
    {
        Assert.Null(IdNumber.Problem(number));
        Assert.Equal(new DateOnly(year, month, day), IdNumber.BirthDate(number));
        Assert.Equal(male, IdNumber.IsMale(number));
    }

    [Theory]
    [InlineData("11010519491231002x", "11010519491231002X")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X")]
    [InlineData("110105 19491231 002X", "11010519491231002X")]
    [InlineData("1101051949123100X2", "11010519491231002X")]
    [InlineData("11O105I9491231002X", "11010519491231002X")]
    public void AUsualSlipIsRecognised(string typed, string meant) => Assert.Equal(meant, IdNumber.Suggest(typed));

    [Theory]
    [InlineData("110105194912310021", "第 18 位校验不符")]
    [InlineData("110105491231002", "是 15 位旧号，请填 18 位公民身份号码")]
    [InlineData("1101051949123100", "应为 18 位，现在是 16 位")]
    [InlineData("11010519490230002X", "第 7–14 位 19490230 不是有效的出生日期")]
    [InlineData("11010517491231002X", "第 7–14 位 17491231 不是有效的出生日期")]
    [InlineData("1101051949Y231002X", "前 17 位应为数字")]
    public void AWrongNumberSaysWhatIsWrong(string typed, string problem) =>
        Assert.StartsWith(problem, IdNumber.Problem(typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("32010219851217121X", "3201**********121X")]
    [InlineData("G12345678", "G1*****78")]
    [InlineData("1234", "****")]
    [InlineData("", "")]
    public void AMaskedNumberShowsItsEndsOnly(string number, string shown) => Assert.Equal(shown, IdNumber.Mask(number));

    [Fact]
    public void AChangedDigitIsAlwaysFound() =>
        Prop.ForAll(Numbers().ToArbitrary(), Gen.Choose(0, 16).ToArbitrary(), Gen.Choose(0, 9).ToArbitrary(), (number, at, digit) =>
            number[at] == '0' + digit || IdNumber.Problem(number[..at] + digit + number[(at + 1)..]) is not null)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void WhatIsSuggestedIsRight() =>
        Prop.ForAll(Gen.OneOf(Numbers().Select(n => n[..10] + n[11] + n[10] + n[12..]), ArbMap.Default.GeneratorFor<string>().Where(s => s is not null)).ToArbitrary(), typed =>
            IdNumber.Suggest(typed) is not { } meant || IdNumber.Problem(meant) is null)
        .QuickCheckThrowOnFailure();

    private static Gen<string> Numbers() =>
        from region in Gen.Elements("320102", "320584", "110105", "440524")
        from days in Gen.Choose(0, 30_000)
        from serial in Gen.Choose(0, 999)
        let body = $"{region}{new DateOnly(1930, 1, 1).AddDays(days):yyyyMMdd}{serial:000}"
        select body + "0123456789X".First(check => IdNumber.IsValid(body + check));
}
