using System.Globalization;

namespace PerformanceRecords.Benchmarks.Floor;

/// <summary>The rows of the reviewer's queue.</summary>
internal static class QueuePage
{
    public static async Task WriteAsync(Statements statements, Dictionary<string, string> asked, Html html)
    {
        var command = statements.Queue;
        command.Parameters[0].Value = Guid.Parse(asked["holder"]);
        command.Parameters[1].Value = asked["stage"];
        command.Parameters[2].Value = asked.TryGetValue("due", out var due) ? DateOnly.ParseExact(due, "yyyyMMdd", CultureInfo.InvariantCulture) : DateOnly.MinValue;
        command.Parameters[3].Value = asked.TryGetValue("id", out var after) ? Guid.Parse(after) : Guid.Empty;
        await using var reader = await command.ExecuteReaderAsync();
        for (var rows = 0; rows < 20 && await reader.ReadAsync(); rows++)
        {
            var (id, name) = (reader.GetGuid(0), reader.GetString(1));
            html.Raw("<tr><td><a href=\"/reviews/"u8);
            html.Id(id);
            html.Raw("\">"u8);
            html.Text(name);
            html.Raw("</a><div class=\"sub\">"u8);
            html.Text(reader.IsDBNull(2) ? null : reader.GetString(2));
            html.Raw(" · "u8);
            html.Text(reader.GetString(3));
            html.Raw("</div></td><td data-l=\"类型\">"u8);
            html.Text(reader.GetString(4));
            html.Raw("</td><td data-l=\"环节\"><span class=\"tag wait\">"u8);
            html.Text(reader.GetString(5));
            html.Raw("</span></td><td data-l=\"办理时限\"><div><b class=\"due\">"u8);
            html.Day(reader.GetFieldValue<DateOnly>(6));
            html.Raw("</b><span class=\"sub\">"u8);
            html.Moment(reader.GetDateTime(7));
            html.Raw("</span></div></td><td class=\"nw\"><a href=\"/reviews/"u8);
            html.Id(id);
            html.Raw("\" aria-label=\"审核 "u8);
            html.Text(name);
            html.Raw("\" data-v=\""u8);
            html.Number(reader.GetInt32(10));
            html.Raw("\">审核</a></td></tr>"u8);
        }
    }
}
