using FsCheck;
using FsCheck.Fluent;
using PerformanceRecords.Domain.Reference;
using Xunit;

namespace PerformanceRecords.Domain.Tests.Reference;

public sealed class CreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static TheoryData<string> RealCodes =>
    [
        "91130108601248693C", "91370211727829936R", "91530800218350951Y", "91530702219210897C",
        "91530700713494135Y", "91540100MA6T10ND2E", "91650100MA775EDJX8", "915403007419282012",
    ];

    [Theory]
    [MemberData(nameof(RealCodes))]
    public void ARealCodeIsRight_AndSoIsTheLegacyCodeInsideIt(string code)
    {
        Assert.Null(CreditCode.Problem(code));
        Assert.Null(CreditCode.Suggest(code));
        Assert.Null(CreditCode.Problem(CreditCode.LegacyOf(code), legacy: true));
    }

    [Fact]
    public void TheCheckDigitIsZero_WhereTheSumIsAMultipleOf31()
    {
        var codes = Enumerable.Range(0, 100_000).Select(n => $"913201007{n:00000000}").Select(Complete).Where(c => c[17] == '0');
        Assert.NotEmpty(codes);
        Assert.All(codes.Take(20), c => Assert.Null(CreditCode.Problem(c)));
    }

    [Theory]
    [InlineData("9113010860124869C3", "91130108601248693C", "末两位可能录反了")]
    [InlineData("91320100726058131X", "9132010072605813X1", "末两位可能录反了")]
    [InlineData("91130108061248693C", "91130108601248693C", "第 9、10 位可能录反了")]
    [InlineData("9113O108601248693C", "91130108601248693C", "第 5 位可能把 0 录成了 O")]
    [InlineData("9I130108601248693C", "91130108601248693C", "第 2 位可能把 1 录成了 I")]
    [InlineData("91540100ma6t10nd2e", "91540100MA6T10ND2E", "含有空格、小写或全角字符")]
    [InlineData("９１１３０１０８６０１２４８６９３Ｃ", "91130108601248693C", "含有空格、小写或全角字符")]
    [InlineData("91130108 60124869 3C", "91130108601248693C", "含有空格、小写或全角字符")]
    public void AUsualSlipIsRecognised(string typed, string meant, string cause)
    {
        Assert.Equal(meant, CreditCode.Suggest(typed));
        var problem = CreditCode.Problem(typed);
        Assert.Contains(cause, problem, StringComparison.Ordinal);
        Assert.EndsWith($"是 {meant} 吗？", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereSeveralSwapsWouldDo_NothingIsGuessed()
    {
        Assert.Null(CreditCode.Suggest("91130180601248693C"));
        Assert.Equal("第 18 位校验不符，请对照营业执照核对", CreditCode.Problem("91130180601248693C"));
    }

    [Theory]
    [InlineData("91130108601248693D", "第 18 位校验不符")]
    [InlineData("9113010860124869", "应为 18 位，现在是 16 位")]
    [InlineData("91130108601248693CC", "应为 18 位，现在是 19 位")]
    [InlineData("", "应为 18 位，现在是 0 位")]
    [InlineData("91130V08601248693C", "第 6 位“V”不是代码用的字符")]
    [InlineData("9113010A601248693C", "第 3–8 位应为数字")]
    [InlineData("南京江河市政建设发展有限公司测试单位", "第 1 位“南”不是代码用的字符")]
    public void AWrongCodeSaysWhatIsWrong(string typed, string problem) =>
        Assert.StartsWith(problem, CreditCode.Problem(typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("58181204-9", true)]
    [InlineData("60124869-3", true)]
    [InlineData("MA775EDJ-X", true)]
    [InlineData("58181204-8", false)]
    [InlineData("581812049", false)]
    public void ALegacyCodeIsTaken_OnlyWhereItIsAskedFor(string code, bool right)
    {
        Assert.Equal(right, CreditCode.Problem(code, legacy: true) is null);
        Assert.NotNull(CreditCode.Problem(code));
    }

    [Fact]
    public void ALegacyCodeGetsItsHyphenBack() => Assert.Equal("58181204-9", CreditCode.Normalize(" 581812049 "));

    [Fact]
    public void AChangedCharacterIsAlwaysFound() =>
        Prop.ForAll(Codes().ToArbitrary(), Gen.Choose(0, 17).ToArbitrary(), Gen.Elements(Alphabet.ToCharArray()).ToArbitrary(), (code, at, other) =>
            code[at] == other || CreditCode.Problem(code[..at] + other + code[(at + 1)..]) is not null)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void TwoSwappedNeighboursAreAlwaysFound() =>
        Prop.ForAll(Codes().ToArbitrary(), Gen.Choose(0, 16).ToArbitrary(), (code, at) =>
            code[at] == code[at + 1] || CreditCode.Problem(code[..at] + code[at + 1] + code[at] + code[(at + 2)..]) is not null)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void WhatIsSuggestedIsRight() =>
        Prop.ForAll(Gen.OneOf(Codes().Select(Garble), ArbMap.Default.GeneratorFor<string>().Where(s => s is not null)).ToArbitrary(), typed =>
            CreditCode.Suggest(typed) is not { } meant || CreditCode.Problem(meant) is null)
        .QuickCheckThrowOnFailure();

    private static Gen<string> Codes() =>
        from head in Gen.Elements("91320100", "91320500", "12320000", "52320900", "93321300")
        from body in Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray()), 9)
        select Complete(head + new string(body));

    private static string Complete(string body) =>
        body + Alphabet.First(check => CreditCode.IsValid(body + check));

    private static string Garble(string code) =>
        code.Replace('1', 'I')[..^2] + code[^1] + code[^2];
}
