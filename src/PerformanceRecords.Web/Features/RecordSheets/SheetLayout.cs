using PerformanceRecords.Workflow.Sheets;

namespace PerformanceRecords.Web.Features.RecordSheets;

/// <summary>A chapter of a sheet: a heading, and rows of facts with or without a heading of their own.</summary>
public sealed record SheetChapter(string Title, IReadOnlyList<(string? Heading, IReadOnlyList<(string Name, string Value)> Facts)> Parts);

/// <summary>The text of a sheet as it is laid out on paper.</summary>
public sealed record SheetLayout(string Text)
{
    public IReadOnlyList<(string Name, string Value)> Head => [.. SheetText.Public(Text).Select(Split)];

    public IEnumerable<SheetChapter> Chapters
    {
        get
        {
            var lines = SheetText.Content(Text);
            for (var at = 0; at < lines.Count;)
            {
                var title = lines[at++][2..];
                var parts = new List<(string?, IReadOnlyList<(string, string)>)>();
                string? heading = null;
                var facts = new List<(string, string)>();
                for (; at < lines.Count && !lines[at].StartsWith("# ", StringComparison.Ordinal); at++)
                {
                    if (!lines[at].StartsWith("## ", StringComparison.Ordinal))
                    {
                        facts.Add(Split(lines[at]));
                        continue;
                    }

                    if (facts.Count > 0)
                    {
                        parts.Add((heading, facts));
                    }

                    (heading, facts) = (lines[at][3..], []);
                }

                if (facts.Count > 0)
                {
                    parts.Add((heading, facts));
                }

                yield return new(title, parts);
            }
        }
    }

    private static (string, string) Split(string line) => line.IndexOf('：', StringComparison.Ordinal) is > 0 and var colon ? (line[..colon], line[(colon + 1)..]) : (line, "");
}
