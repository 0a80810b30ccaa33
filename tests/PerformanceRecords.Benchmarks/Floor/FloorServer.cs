using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PerformanceRecords.Benchmarks.Floor;

/// <summary>
/// The least that a page can cost here: the same rows by hand-written, prepared SQL, written as HTML by hand, with encoding, into a template of
/// the same size. No sign-in, no framework beyond the server, no layers. What the portal adds to this is what it has to answer for.
/// </summary>
internal static class FloorServer
{
    public static async Task RunAsync(Arguments arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", arguments["urls"]!]);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        var statements = new StatementPool(Connect(arguments));
        var templates = new Dictionary<string, Template> { ["queue"] = new([], []), ["case"] = new([], []) };
        app.MapGet("/", () => "");
        app.MapPost("/template/{page}", async (string page, int dynamicBytes, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            templates[page] = Template.Of(body.ToArray(), dynamicBytes);
        });
        app.MapGet("/queue", (HttpContext context) => WriteAsync(context, statements, templates["queue"], QueuePage.WriteAsync));
        app.MapGet("/case", (HttpContext context) => WriteAsync(context, statements, templates["case"], CasePage.WriteAsync));
        await app.RunAsync();
    }

    private static Func<DbConnection> Connect(Arguments arguments) =>
        arguments["postgres"] is { } connection ? () => new NpgsqlConnection(connection)
        : arguments["sqlite"] is { } file ? () => new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString())
        : throw new ArgumentException(Arguments.Usage);

    private static async Task WriteAsync(
        HttpContext context, StatementPool pool, Template template, Func<Statements, Dictionary<string, string>, Html, Task> write)
    {
        var asked = QueryHelpers.ParseQuery(context.Request.QueryString.Value).ToDictionary(q => q.Key, q => q.Value.ToString());
        var statements = await pool.RentAsync();
        var html = new Html();
        html.Raw(template.Head);
        await write(statements, asked, html);
        pool.Return(statements);
        html.Raw(template.Foot);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = html.Written.Length;
        await context.Response.BodyWriter.WriteAsync(html.Written);
    }

    /// <summary>Everything on the page that no row has a part in.</summary>
    private sealed record Template(byte[] Head, byte[] Foot)
    {
        public static Template Of(byte[] page, int dynamicBytes)
        {
            var fixedBytes = Math.Max(0, page.Length - dynamicBytes);
            return new(page[..(fixedBytes * 2 / 3)], page[(page.Length - (fixedBytes / 3))..]);
        }
    }
}
