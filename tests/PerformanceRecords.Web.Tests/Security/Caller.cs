using System.Text.RegularExpressions;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Testing.Hosting;

namespace PerformanceRecords.Web.Tests.Security;

/// <summary>Somebody who asks for an address and looks at the bare answer: no redirect is followed.</summary>
internal sealed partial class Caller : IDisposable
{
    private readonly HttpClient http;
    private readonly string token;

    private Caller(HttpClient http, string token) => (this.http, this.token) = (http, token);

    /// <param name="person">Null for somebody who has not signed in.</param>
    public static async Task<Caller> OfAsync(PortalHost portal, DemoPerson? person)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        var token = await TokenAsync(http, "/account/sign-in");
        if (person is not null)
        {
            using var signedIn = await http.PostAsync("/account/sign-in", Fields(token, ("userName", person.UserName), ("password", PortalHost.Password)));
            token = await TokenAsync(http, "/account/password");
        }

        return new Caller(http, token);
    }

    /// <summary>A form is sent empty, but with its token: whoever may not is refused, whoever may is told what is missing or stale.</summary>
    public async Task<int> AskAsync(AccessRow row, IReadOnlyDictionary<string, Guid> things)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), AddressOf(row.Pattern, things));
        if (row.Method == "POST")
        {
            request.Content = Fields(token);
        }

        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }

    public void Dispose() => http.Dispose();

    // {id:guid} is the thing its page is about; what the table has no thing for does not exist
    private static string AddressOf(string pattern, IReadOnlyDictionary<string, Guid> things) => Placeholder().Replace(pattern, hole => hole.Groups["name"].Value switch
    {
        "id" when pattern.Contains("{fileId", StringComparison.Ordinal) => things["reviews"].ToString(),
        "id" => things.GetValueOrDefault(pattern.Split('/')[1], Guid.Empty).ToString(),
        "fileId" => things["fileId"].ToString(),
        "word" => "verify",
        "act" => "resend",
        "change" => "remind",
        "edition" => "1",
        "scanId" => Guid.Empty.ToString(),
        "letter" => Guid.Empty.ToString(),
        "destination" => "NationalPlatform",
        "section" => "basic",
        "revision" => "1",
        "view" => "todo",
        "code" => "supplement",
        "kind" => "contract",
        "status" => "404",
        "platform" => "national",
        var other => throw new InvalidOperationException($"Nothing is known to put in place of {other} in {pattern}."),
    });

    private static async Task<string> TokenAsync(HttpClient http, string address) =>
        Token().Match(await http.GetStringAsync(address)).Groups[1].Value;

    private static FormUrlEncodedContent Fields(string token, params (string Name, string Value)[] fields) =>
        new([KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""\{\**(?<name>[a-zA-Z]+)[^/]*\}""")]
    private static partial Regex Placeholder();
}
