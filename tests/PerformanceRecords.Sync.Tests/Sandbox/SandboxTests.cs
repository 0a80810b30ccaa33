using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerformanceRecords.PlatformSandbox;

namespace PerformanceRecords.Sync.Tests.Sandbox;

/// <summary>The stand-in is as strict as the contract says, or everything tested against it proves nothing.</summary>
public sealed class SandboxTests
{
    [Fact]
    public async Task ACall_NeedsASignatureThatHolds()
    {
        await using var server = await SandboxServer.StartAsync();
        var body = Golden("basic");

        Assert.Equal("unsigned", await ProblemAsync(server.PutAsync("basic", body, "key-0001", r => r.Headers.Remove("X-Key-Id"))));
        Assert.Equal("unknown-key", await ProblemAsync(server.PutAsync("basic", body, "key-0001", r => Replace(r, "X-Key-Id", "JS-OTHER"))));
        Assert.Equal("invalid-signature", await ProblemAsync(server.PutAsync("basic", body, "key-0001", r => r.Content = new ByteArrayContent(Golden("contracts")))));
        Assert.Equal("invalid-signature", await ProblemAsync(server.PutAsync("basic", body, "key-0001", r => Replace(r, "Idempotency-Key", "key-0002"))));
        Assert.Equal("invalid-signature", await ProblemAsync(server.PutAsync("basic", body, "key-0001", r => Replace(r, "X-Signature", "zz"))));
        Assert.Equal("clock-skew", await ProblemAsync(server.PutAsync("basic", body, "key-0001", r => Replace(r, "X-Time", "2020-01-01T00:00:00Z"))));
    }

    [Fact]
    public async Task ACapturedCall_CannotBePlayedAgain_NotEvenAfterARestart()
    {
        var journal = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using (var server = await SandboxServer.StartAsync(journal))
        {
            Assert.Equal(HttpStatusCode.Accepted, (await server.PutAsync("basic", Golden("basic"), "key-0001", nonce: "the-same-nonce-twice")).StatusCode);
            Assert.Equal("replayed", await ProblemAsync(server.PutAsync("basic", Golden("basic"), "key-0001", nonce: "the-same-nonce-twice")));
        }

        await using var restarted = await SandboxServer.StartAsync(journal);
        Assert.Equal("replayed", await ProblemAsync(restarted.PutAsync("basic", Golden("basic"), "key-0001", nonce: "the-same-nonce-twice")));
    }

    [Fact]
    public async Task WhatWasAccepted_OutlivesARestart_AndATornLineDoesNotSpoilTheRest()
    {
        var journal = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using (var server = await SandboxServer.StartAsync(journal))
        {
            await server.PutAsync("basic", Golden("basic"), "key-0001");
            await server.PutAsync("contracts", Golden("contracts"), "key-0002");
        }

        await File.AppendAllTextAsync(journal, "{\"$type\":\"fact\",\"Fact\":{\"Num");
        await using (var restarted = await SandboxServer.StartAsync(journal))
        {
            Assert.Equal(HttpStatusCode.OK, (await restarted.PutAsync("contracts", Golden("contracts"), "key-0002", nonce: "another-nonce-0001")).StatusCode);
        }

        await using var again = await SandboxServer.StartAsync(journal);
        Assert.Equal((2, 1L), (again.State.Of(SandboxState.National).Count.Facts, again.State.Calls.Totals.SameKey));
    }

    [Theory]
    [InlineData("PrjTypeNum", "07", "CODE_TABLE")]
    [InlineData("PrjFunctionNum", "014", "CODE_TABLE")]
    [InlineData("BuildCorpCode", "91530800218350951X", "CHECK_DIGIT")]
    [InlineData("PrjName", "无", "REQUIRED")]
    [InlineData("BDate", "2019-02-30", "DATE")]
    [InlineData("EDate", "2018-01-01", "ORDER")]
    [InlineData("CityNum", "320105", "PATTERN")]
    [InlineData("PrjNum", "3201051905200102", "MISMATCH")]
    [InlineData("XYZ", "1", "UNKNOWN_FIELD")]
    public async Task AWrongField_IsNamed(string field, string value, string code)
    {
        await using var server = await SandboxServer.StartAsync();
        var body = JsonNode.Parse(Golden("basic"))!;
        body["Rows"]![0]![field] = value;

        var answer = await server.PutAsync("basic", Encoding.UTF8.GetBytes(body.ToJsonString()), "key-0001");

        var error = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateArray().ToList());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1, field, code), (answer.StatusCode, error.GetProperty("row").GetInt32(), error.GetProperty("field").GetString(), error.GetProperty("code").GetString()));
        Assert.Equal(0, server.State.Of(SandboxState.National).Count.Facts);
    }

    [Fact]
    public async Task NothingGoesBeforeTheBasicInformation()
    {
        await using var server = await SandboxServer.StartAsync();
        Assert.Equal("out-of-order", await ProblemAsync(server.PutAsync("contracts", Golden("contracts"), "key-0001")));
    }

    [Fact]
    public async Task AKey_StandsForOneContent()
    {
        await using var server = await SandboxServer.StartAsync();
        await server.PutAsync("basic", Golden("basic"), "key-0001");

        Assert.Equal("key-reused", await ProblemAsync(server.PutAsync("contracts", Golden("contracts"), "key-0001")));
    }

    [Fact]
    public async Task AGrade_IsNeverLowered_AndOnlyRaisedFromWhatItIs()
    {
        await using var server = await SandboxServer.StartAsync();
        await server.PutAsync("basic", Golden("basic"), "key-0001");

        Assert.Equal("grade-conflict", await ProblemAsync(server.PutAsync("basic", With("basic", ("DataLevel", "D")), "key-0002")));
        Assert.Equal("grade-conflict", await ProblemAsync(server.PutAsync("basic", With("basic", ("DataLevel", "A"), ("FromDataLevel", "C")), "key-0003")));
    }

    [Theory]
    [InlineData("/national")]
    [InlineData("/national?q=门诊楼")]
    [InlineData("/national/projects/3201051905200101")]
    [InlineData("/service-network")]
    [InlineData("/calls")]
    [InlineData("/control")]
    public async Task ThePages_ShowWhatThePlatformHolds(string path)
    {
        await using var server = await SandboxServer.StartAsync();
        await server.PutAsync("basic", Golden("basic"), "key-0001");
        await server.PutAsync("personnel", Golden("personnel"), "key-0002");
        server.Clock.Advance(TimeSpan.FromSeconds(3));

        var page = await server.GetAsync(path);

        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("模拟平台", html);
        Assert.DoesNotContain("11010519491231002X", html);
        Assert.Equal(path.Contains("national", StringComparison.Ordinal), html.Contains("河西综合医院门诊楼", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheControlDesk_ChangesWhatIsShown_WithoutHavingBeenTold()
    {
        await using var server = await SandboxServer.StartAsync();
        await server.PutAsync("basic", Golden("basic"), "key-0001");
        server.Clock.Advance(TimeSpan.FromSeconds(3));
        (string, string)[] which = [("Channel", "national"), ("PrjNum", SyncBench.Project), ("Section", "basic")];

        Assert.Contains("已改动", await server.SendFormAsync("/control/alterations", [.. which, ("Change", "field"), ("Field", "PrjName"), ("Value", "另一个名称")]));
        Assert.Contains("另一个名称", await PageAsync(server));
        Assert.Contains("已改动", await server.SendFormAsync("/control/alterations", [.. which, ("Change", "grade"), ("Grade", "D")]));
        Assert.Contains("D级", await PageAsync(server));
        Assert.Contains("已改动", await server.SendFormAsync("/control/alterations", [.. which, ("Change", "remove")]));
        Assert.DoesNotContain("另一个名称", await PageAsync(server));
    }

    [Theory]
    [InlineData("0000000000000000", "PrjName", "没有项目 0000000000000000 的“工程基本信息”")]
    [InlineData(SyncBench.Project, "Nothing", "“工程基本信息”没有字段 Nothing")]
    public async Task WhatCannotBeChanged_IsSaid_AndWhatWasTypedStays(string project, string field, string words)
    {
        await using var server = await SandboxServer.StartAsync();
        await server.PutAsync("basic", Golden("basic"), "key-0001");

        var page = await server.SendFormAsync("/control/alterations", ("Channel", "national"), ("PrjNum", project), ("Section", "basic"), ("Change", "field"), ("Field", field));

        Assert.Contains(words, page);
        Assert.Contains($"value=\"{project}\"", page);
    }

    [Fact]
    public async Task ARefusal_NamesAField_EvenWhereNoneWasChosen()
    {
        await using var server = await SandboxServer.StartAsync();
        await server.SendFormAsync("/control/faults", ("Kind", "RefuseField"), ("Call", "Submit"), ("Field", ""), ("Percent", "100"));

        using var answer = await server.PutAsync("basic", Golden("basic"), "key-0001");

        Assert.Contains("PrjNum", await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> PageAsync(SandboxServer server) =>
        await (await server.GetAsync("/national/projects/" + SyncBench.Project)).Content.ReadAsStringAsync();

    // the golden files show a raised grade, which a first submission cannot have
    private static byte[] Golden(string section, [CallerFilePath] string here = "")
    {
        var body = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "..", "Payloads", "Golden", section + ".json")))!.AsObject();
        body.Remove("FromDataLevel");
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private static byte[] With(string section, params (string Field, string Value)[] changes)
    {
        var body = JsonNode.Parse(Golden(section))!;
        foreach (var (field, value) in changes)
        {
            body[field] = value;
        }

        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private static void Replace(HttpRequestMessage request, string header, string value)
    {
        request.Headers.Remove(header);
        request.Headers.Add(header, value);
    }

    private static async Task<string> ProblemAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString()!["urn:platform:problem:".Length..];
    }
}
