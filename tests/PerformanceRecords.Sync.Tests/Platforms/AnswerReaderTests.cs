using System.Net;
using System.Text.Json;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Sync.Payloads;
using PerformanceRecords.Sync.Platforms;

namespace PerformanceRecords.Sync.Tests.Platforms;

public sealed class AnswerReaderTests
{
    [Theory]
    [InlineData(401, "unknown-key", PushProblem.Channel)]
    [InlineData(400, "contract-version", PushProblem.Channel)]
    [InlineData(400, "malformed", PushProblem.Person)]
    [InlineData(409, "out-of-order", PushProblem.Person)]
    [InlineData(409, "key-reused", PushProblem.Unanswered)]
    [InlineData(422, "field-errors", PushProblem.Person)]
    [InlineData(429, "too-many-requests", PushProblem.Later)]
    [InlineData(500, "server-error", PushProblem.Soon)]
    [InlineData(502, "", PushProblem.Soon)]
    [InlineData(503, "maintenance", PushProblem.Soon)]
    public void ARefusal_IsSortedByWhatIsToBeDone(int status, string kind, PushProblem problem) =>
        Assert.Equal(problem, AnswerReader.Read((HttpStatusCode)status, $$"""{"type":"urn:platform:problem:{{kind}}","title":"…"}""", null).Problem);

    [Fact]
    public void FieldErrors_AreSaidRowByRow()
    {
        var answer = AnswerReader.Read(
            HttpStatusCode.UnprocessableEntity,
            """{"type":"urn:platform:problem:field-errors","title":"数据不符合标准","errors":[{"row":2,"field":"IDCard","code":"CHECK_DIGIT","message":"身份证号码校验位不符"},{"row":0,"field":"PrjNum","code":"PATTERN","message":"项目编号的格式不符"}]}""",
            null);

        Assert.Equal("数据不符合标准；第 2 行 IDCard：身份证号码校验位不符；项目编号的格式不符", answer.Text);
    }

    [Fact]
    public void AnErrorThatDoesNotSayWhichField_IsSaidWithIt()
    {
        var answer = AnswerReader.Read(
            HttpStatusCode.UnprocessableEntity,
            """{"title":"不符","errors":[{"row":1,"field":"ContractMoney","message":"不能为空"},{"row":0,"field":"PrjNum","message":"PrjNum 已停用"},{"row":2,"field":"ContractNum","message":"合同编号重复"}]}""",
            null);

        Assert.Equal("不符；第 1 行 ContractMoney：不能为空；PrjNum 已停用；第 2 行：合同编号重复", answer.Text);
    }

    [Theory]
    [InlineData("身份证号码 11010519491231002X 校验位不符", "11010519491231002X")]
    [InlineData("身份证号码：110105491231002 已停用", "110105491231002")]
    [InlineData("联系电话13812345678无法接通", "13812345678")]
    public void PersonalNumbers_AreMasked_InWhateverSentenceTheyCome(string sentence, string number)
    {
        var answer = AnswerReader.Read(HttpStatusCode.BadRequest, JsonSerializer.Serialize(new { type = "urn:platform:problem:malformed", title = sentence, detail = sentence }), null);

        Assert.DoesNotContain(number, answer.Text);
        Assert.Contains(number[..2], answer.Text);
    }

    [Fact]
    public void ANumberAcrossTheEndOfWhatIsKept_IsMaskedBeforeItIsCut()
    {
        var answer = AnswerReader.Read(HttpStatusCode.BadRequest, JsonSerializer.Serialize(new { title = new string('长', 1990) + "11010519491231002X 不符" }), null);

        Assert.Equal(2000, answer.Text.Length);
        Assert.DoesNotContain("11010519", answer.Text);
    }

    [Fact]
    public void ThePassportNumberThatARefusalRepeats_IsMasked_BecauseTheFieldIsPersonal()
    {
        var answer = AnswerReader.Read(HttpStatusCode.UnprocessableEntity, """{"title":"不符","errors":[{"row":1,"field":"IDCard","message":"证件号码 E12345678 不存在"}]}""", null);

        Assert.Equal("不符；第 1 行：证件号码 E1*****78 不存在", answer.Text);
    }

    [Theory]
    [InlineData("{\"IDCard\" : \"E12345678\", \"PrjNum\":\"3201051905200101\"}", "E12345678")]
    [InlineData("{\"UserPhone\":\n 13812345678 }", "13812345678")]
    [InlineData("{\"PrjHeadPhone\" :\"025-83206\"}", "025-83206")]
    public void BlanksAroundTheColon_HideNoPersonalNumber(string body, string number)
    {
        Assert.DoesNotContain(number, PayloadMask.Of(body));
        Assert.Equal(body.Contains("3201051905200101", StringComparison.Ordinal), PayloadMask.Of(body).Contains("3201051905200101", StringComparison.Ordinal));
    }

    [Fact]
    public void TheCreditCodeOfAnEnterprise_IsNoPersonalNumber() =>
        Assert.Contains("913201067123456803", PayloadMask.Of("{\"PropietorCorpCode\":\"913201067123456803\"}"));

    [Fact]
    public void ANumberAcrossTheEndOfAnAnswer_IsMaskedBeforeItIsCut() =>
        Assert.DoesNotContain("11010519", PayloadMask.Of(new string(' ', 7_990) + "11010519491231002X 不符"));

    [Theory]
    [InlineData("\\u0000\\ud800 坏")]
    [InlineData("\\u0007")]
    public void TextThatNoDatabaseTakes_IsMadeStorable(string escaped)
    {
        var answer = AnswerReader.Read(HttpStatusCode.Conflict, $$"""{"type":"urn:platform:problem:out-of-order","title":"前{{escaped}}"}""", null);

        Assert.Equal(PushProblem.Person, answer.Problem);
        Assert.DoesNotContain(answer.Text, char.IsControl);
        Assert.DoesNotContain(answer.Text, char.IsSurrogate);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>OK</html>")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"number":7}""")]
    public void ASuccessWithoutAReceipt_IsNoProofOfAcceptance(string body) =>
        Assert.Equal(PushProblem.Unanswered, AnswerReader.Read(HttpStatusCode.OK, body, null).Problem);

    [Theory]
    [InlineData("<html>502 Bad Gateway</html>")]
    [InlineData("""{"title":7,"errors":[1,null,"x"]}""")]
    [InlineData("\"text\"")]
    public void AnErrorPageNobodyCanRead_IsStillSorted(string body) =>
        Assert.Equal((PushProblem.Soon, "平台应答 502"), (AnswerReader.Read(HttpStatusCode.BadGateway, body, null).Problem, AnswerReader.Read(HttpStatusCode.BadGateway, body, null).Text));
}
