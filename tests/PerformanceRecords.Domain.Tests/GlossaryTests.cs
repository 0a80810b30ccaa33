using System.Text.RegularExpressions;
using Xunit;

namespace PerformanceRecords.Domain.Tests;

public sealed partial class GlossaryTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "glossary.md"));

    /// <summary>Rows of the glossary: Chinese term, English name, where it lives.</summary>
    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var line in Lines)
        {
            if (Row().Match(line) is { Success: true } row && row.Groups[1].Value.Trim() is not ("中文" or "---"))
            {
                rows.Add(row.Groups[1].Value.Trim(), row.Groups[2].Value.Trim(), row.Groups[3].Value.Trim());
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void EveryTerm_LivesWhereTheGlossarySays(string chinese, string english, string place)
    {
        Assert.NotEmpty(chinese);
        var file = Path.Combine(Repository.Root, "src", place.Trim('`'));
        Assert.True(File.Exists(file) || Directory.Exists(file), $"{place} is not there");
        if (File.Exists(file) && Code().Match(english) is { Success: true } name)
        {
            Assert.Contains(name.Groups[1].Value.Split('.')[^1], File.ReadAllText(file));
        }
    }

    [Fact]
    public void EveryRoute_HasAnEntry() =>
        Assert.All(Domain.Applications.Routes.All, route => Assert.Contains(Lines, line => line.Contains($"`{route.Code}`", StringComparison.Ordinal)));

    [Fact]
    public void EveryStageAndAct_HasAnEntry()
    {
        Assert.All(Enum.GetNames<Domain.Applications.Stage>(), stage => Assert.Contains(Lines, line => line.Contains($"`Stage.{stage}`", StringComparison.Ordinal)));
        Assert.All(Enum.GetNames<Domain.Applications.Act>(), act => Assert.Contains(Lines, line => line.Contains($"`Act.{act}`", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"^\|([^|]+)\|([^|]+)\|([^|]+)\|$")]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Za-z.]+)`")]
    private static partial Regex Code();
}
