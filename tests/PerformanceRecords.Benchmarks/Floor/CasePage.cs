using System.Text;
using System.Text.Json;

namespace PerformanceRecords.Benchmarks.Floor;

/// <summary>What the page of a case shows of its rows: the head, the sections as submitted, the files, the history.</summary>
internal static class CasePage
{
    public static async Task WriteAsync(Statements statements, Dictionary<string, string> asked, Html html)
    {
        var id = Guid.Parse(asked["id"]);
        await WriteHeadAsync(statements, id, html);
        await WriteEvidenceAsync(statements, id, html);
        await WriteEventsAsync(statements, id, html);
    }

    private static async Task WriteHeadAsync(Statements statements, Guid id, Html html)
    {
        statements.Head.Parameters[0].Value = id;
        await using var reader = await statements.Head.ExecuteReaderAsync();
        await reader.ReadAsync();
        html.Raw("<div class=\"casehead\"><h1>"u8);
        html.Text(reader.GetString(0));
        html.Raw("</h1><div class=\"hint\">"u8);
        foreach (var column in (ReadOnlySpan<int>)[1, 2, 3, 9, 11, 12, 13, 14, 15])
        {
            html.Text(reader.IsDBNull(column) ? null : reader.GetString(column));
            html.Raw(" · "u8);
        }

        html.Moment(reader.GetDateTime(4));
        html.Raw(" · "u8);
        html.Moment(reader.GetDateTime(8));
        html.Raw("</div></div>"u8);
        WriteSections(reader.GetString(10), html);
    }

    private static void WriteSections(string json, Html html)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                html.Raw("<div><dt>"u8);
                html.Text(reader.GetString());
                html.Raw("</dt>"u8);
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                html.Raw("<dd>"u8);
                html.Text(reader.GetString());
                html.Raw("</dd></div>"u8);
            }
        }
    }

    private static async Task WriteEvidenceAsync(Statements statements, Guid id, Html html)
    {
        statements.Evidence.Parameters[0].Value = id;
        await using var reader = await statements.Evidence.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            html.Raw("<li><span>"u8);
            html.Text(reader.GetString(1));
            html.Raw("</span><a href=\"/evidence/"u8);
            html.Id(reader.GetGuid(0));
            html.Raw("\">"u8);
            html.Text(reader.GetString(2));
            html.Raw("</a><span class=\"meta\">"u8);
            html.Number((int)reader.GetInt64(4));
            html.Raw(" · "u8);
            html.Text(reader.GetString(5));
            html.Raw(" · "u8);
            html.Text(reader.GetString(7));
            html.Moment(reader.GetDateTime(6));
            html.Raw("</span></li>"u8);
        }
    }

    private static async Task WriteEventsAsync(Statements statements, Guid id, Html html)
    {
        statements.Events.Parameters[0].Value = id;
        await using var reader = await statements.Events.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            html.Raw("<li><b>"u8);
            html.Moment(reader.GetDateTime(0));
            html.Raw("</b>"u8);
            for (var column = 1; column < 8; column++)
            {
                html.Text(reader.IsDBNull(column) ? null : reader.GetString(column));
                html.Raw("<span> · </span>"u8);
            }

            html.Raw("</li>"u8);
        }
    }
}
