using PerformanceRecords.Domain.Applications.Advice;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications;

/// <summary>Writes docs/workflows.md from the routes, so that the picture cannot differ from what runs.</summary>
public static class RouteDocument
{
    public static string Write()
    {
        List<string> lines =
        [
            """
            # Workflows

            Generated from `Domain/Applications/Routes.cs` by `dotnet run --project src/PerformanceRecords.Web -- docs`; a test compares the two.
            Every review can also return the case to the enterprise (退回补正, it comes back to the stage that asked) and reject it (不予通过). An enterprise
            may withdraw (撤回) until the first decision on its submission, and abandon (放弃申报) whatever it is writing. The drawings leave these out.

            """,
        ];
        WriteTable(lines);
        foreach (var route in Routes.All)
        {
            Write(route, lines);
        }

        return string.Join('\n', lines).ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static void WriteTable(List<string> lines)
    {
        lines.AddRange(
        [
            "## Which way",
            "",
            "The decision table of `Domain/Applications/Advice/Branch.cs`, one row per branch of the source text. The guide shows it and submission is checked against it.",
            "Once everything is answered at most one row holds.",
            "",
            "| source text | where all of this holds | the way | module |",
            "|---|---|---|---|",
            .. Branches.All.Select(b => $"| {b.Source} | {string.Join("；", b.When.Select(c => c.Text))} | {b.Type.Title} `{b.Type.Code}` | {b.Type.Module}{(b.Type.AlsoIn is { } other ? "，或" + other : "")} |"),
            "",
        ]);
    }

    private static void Write(Route route, List<string> lines)
    {
        lines.AddRange([$"## {route.Title} `{route.Code}`", "", $"Basis: {route.Basis}"]);
        if (route.Delegable.Count > 0)
        {
            lines.AddRange(["", $"A city may delegate to its counties: {string.Join("、", route.Delegable.Select(s => s.Chinese()))}"]);
        }

        foreach (var (stage, recorder) in route.Recorders)
        {
            lines.AddRange(["", $"{recorder.Chinese()} may write down at {stage.Chinese()} what was decided on paper, with the document's number and scan."]);
        }

        lines.AddRange(["", "| at | by | does | then | and |", "|---|---|---|---|---|"]);
        lines.AddRange(route.Select(step =>
            $"| {step.At.Chinese()} | {step.By.Chinese()} | {step.Does.Chinese()} | {Next(step)} | {string.Join("; ", step.And.Select(Say))} |"));
        lines.AddRange(["", "```mermaid", "stateDiagram-v2", "    [*] --> Draft"]);
        var shown = route.MainLine.Concat(route.Where(s => s.Does is Act.SendBack or Act.TakeOut)).ToArray();
        lines.AddRange(shown.SelectMany(s => new[] { s.At, s.Then!.Value }).Distinct().Select(stage => $"    {stage}: {stage.Chinese()}"));
        lines.AddRange(shown.Select(step => $"    {step.At} --> {step.Then}: {step.By.Chinese()} {step.Does.Chinese()}"));
        lines.AddRange(["    Completed --> [*]", "```", ""]);
    }

    private static string Next(Step step) => step.Then is { } then ? then.Chinese() : step.Does == Act.Withdraw ? "提交前的环节" : "要求补正的环节";

    private static string Say(Effect effect) => effect switch
    {
        Push { Sections: Sections.None } => "推送部平台：申报所列环节",
        Push push => "推送部平台：" + string.Join("、", Enum.GetValues<Sections>().Where(s => s != Sections.None && push.Sections.HasFlag(s)).Select(s => s.Chinese())),
        PublishToServiceNetwork => "推送政务网",
        SendLetter letter => $"函件送{letter.To.Chinese()}",
        OpenSupplementPort => "开通补录端口",
        UseSupplementPort => "端口用完",
        ReleaseSupplementPort => "端口恢复",
        LockSupplementPort => "端口锁定",
        IssueConfirmation => "出具业绩确认函",
        RaiseGrade => "提升数据等级",
        SeekPermit => "查找已到达的施工许可",
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, null),
    };
}
