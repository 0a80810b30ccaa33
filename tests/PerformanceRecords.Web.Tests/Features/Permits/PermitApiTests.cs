using System.Net;
using System.Text;
using System.Text.Json;
using PerformanceRecords.Testing.Work;
using Xunit;

namespace PerformanceRecords.Web.Tests.Features.Permits;

/// <summary>施工许可接口: a batch is answered row by row, a replay changes nothing, and what is wrong is said with row and field (RFC 9457).</summary>
public sealed class PermitApiTests(PermitPortal portal) : IClassFixture<PermitPortal>
{
    [Fact]
    public async Task ABatch_IsAnsweredRowByRow_AndAReplayChangesNothing()
    {
        var rows = new[] { PermitStories.RowOf(new(11)), PermitStories.RowOf(new(12)) with { Area = "很大" } };
        var (response, answer) = await PermitPortal.SendAsync(portal.Host, rows);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["waiting", "refused"], answer.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("outcome").GetString()));
        var error = answer.GetProperty("results")[1].GetProperty("errors")[0];
        Assert.Equal((2, "area"), (error.GetProperty("row").GetInt32(), error.GetProperty("field").GetString()));

        var (_, again) = await PermitPortal.SendAsync(portal.Host, rows[0]);
        Assert.Equal(1, again.GetProperty("repeated").GetInt32());
    }

    [Fact]
    public async Task WhereNoRowCanBeTaken_TheAnswerIsAProblem_WithRowAndField()
    {
        var (response, answer) = await PermitPortal.SendAsync(portal.Host, PermitStories.RowOf(new(13)) with { RegionCode = "110101", IssuedOn = "2018-13-40" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("urn:portal:problem:refused", answer.GetProperty("type").GetString());
        Assert.Equal(422, answer.GetProperty("status").GetInt32());
        Assert.Equal(["issuedOn", "regionCode"], answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()!).Distinct().Order());
        Assert.All(answer.GetProperty("errors").EnumerateArray(), e => Assert.Equal(1, e.GetProperty("row").GetInt32()));
    }

    [Theory]
    [InlineData("""{"permits":[{"number":"1"},{"number":{}}]}""", 400, "malformed")]
    [InlineData("""{"permits":[]}""", 400, "empty")]
    [InlineData("""{"permits":[null]}""", 400, "empty")]
    [InlineData("not json", 400, "malformed")]
    public async Task WhatCannotBeRead_IsAProblem(string body, int status, string kind)
    {
        var (response, answer) = await PermitPortal.SendAsync(portal.Host, new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("urn:portal:problem:" + kind, answer.GetProperty("type").GetString());
    }

    [Fact]
    public async Task AMalformedField_IsNamedWithItsRow()
    {
        var (_, answer) = await PermitPortal.SendAsync(portal.Host, new StringContent("""{"permits":[{"number":"1"},{"number":"2","area":{}}]}""", Encoding.UTF8, "application/json"));
        var error = answer.GetProperty("errors")[0];
        Assert.Equal((2, "area"), (error.GetProperty("row").GetInt32(), error.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task WithoutItsKey_NobodySends()
    {
        var (response, answer) = await PermitPortal.SendAsync(portal.Host, new StringContent("{}", Encoding.UTF8, "application/json"), key: "another");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("urn:portal:problem:unknown-key", answer.GetProperty("type").GetString());
    }

    [Fact]
    public async Task WhatIsTooLarge_IsRefusedAsAWhole()
    {
        // says how much it would send, and waits to be asked for it
        using var http = new HttpClient { BaseAddress = portal.Host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/construction-permits") { Content = new StringContent(new string(' ', 5 * 1024 * 1024), Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Api-Key", PermitPortal.Key);
        request.Headers.ExpectContinue = true;
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("urn:portal:problem:too-large", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItsDocument_SaysTheKey_WhatIsDemanded_AndHowARefusalLooks()
    {
        using var http = new HttpClient { BaseAddress = portal.Host.Address };
        using var document = JsonDocument.Parse(await http.GetStringAsync("/api/construction-permits/openapi.json"));
        var root = document.RootElement;
        var schemes = root.GetProperty("components").GetProperty("securitySchemes").GetProperty("apiKey");
        Assert.Equal(("header", "X-Api-Key"), (schemes.GetProperty("in").GetString(), schemes.GetProperty("name").GetString()));
        Assert.True(root.GetProperty("security")[0].TryGetProperty("apiKey", out _));

        var schemas = root.GetProperty("components").GetProperty("schemas");
        Assert.Equal(500, schemas.GetProperty("PermitBatch").GetProperty("properties").GetProperty("permits").GetProperty("maxItems").GetInt32());
        var row = schemas.GetProperty("PermitRow");
        string[] demanded =
        [
            "number", "permitNumber", "issuedOn", "projectName", "ownerName", "regionCode", "surveyorName", "surveyorCode", "designerName", "designerCode", "builderName", "supervisorName",
        ];
        Assert.Equal(demanded.Order(), row.GetProperty("required").EnumerateArray().Select(r => r.GetString()!).Order());
        Assert.Equal(64, row.GetProperty("properties").GetProperty("number").GetProperty("maxLength").GetInt32());

        var call = root.GetProperty("paths").GetProperty("/api/v1/construction-permits").GetProperty("post");
        Assert.Equal(["application/json"], call.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(c => c.Name));
        foreach (var status in new[] { "400", "401", "413", "415", "422" })
        {
            var schema = call.GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty("application/problem+json").GetProperty("schema");
            Assert.Equal("#/components/schemas/PermitProblem", schema.GetProperty("$ref").GetString());
        }

        var error = schemas.GetProperty("PermitError").GetProperty("properties");
        Assert.Equal("integer", error.GetProperty("row").GetProperty("type").GetString());
        Assert.True(error.TryGetProperty("field", out _));
    }

    [Fact]
    public async Task MoreThanFiveHundred_AreRefusedAsAWhole()
    {
        var rows = Enumerable.Range(1, 501).Select(n => PermitStories.RowOf(new(14)) with { Number = $"X-{n}" }).ToArray();
        var (response, answer) = await PermitPortal.SendAsync(portal.Host, rows);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("urn:portal:problem:too-many", answer.GetProperty("type").GetString());
    }
}
