using System.Net;
using PerformanceRecords.Domain.Publication;
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

        Assert.Equal("数据不符合标准；第 2 行身份证号码校验位不符；项目编号的格式不符", answer.Text);
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
