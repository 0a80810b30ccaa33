using PerformanceRecords.DataStandard;

namespace PerformanceRecords.PlatformSandbox.Facts;

/// <summary>What of the accepted facts is shown at a moment.</summary>
internal static class PublicView
{
    public static ShownProject? Of(string prjNum, List<Fact> facts, DateTime now)
    {
        var shown = SectionNames.All.SelectMany(name => Newest(name, facts, now)).ToList();
        var basic = shown.FindIndex(s => s.Section == "basic");
        if (basic < 0)
        {
            return null;
        }

        shown[basic] = Carried(shown[basic], shown);
        var name = CrossCheck.Text(shown[basic].Rows[0], "PrjName") ?? prjNum;
        return new ShownProject(prjNum, name, shown.Max(s => s.Since), shown);
    }

    // basic information is not raised by itself: it takes the grade of the section that carries it
    private static ShownSection Carried(ShownSection basic, List<ShownSection> shown)
    {
        var carrier = CrossCheck.Text(basic.Rows[0], "PrjTypeNum") == "99" ? "indicators" : "drawing-review";
        var raised = shown.Where(s => s.Section == carrier && s.Grade is "A" or "B").MinBy(s => s.Grade, StringComparer.Ordinal);
        return raised is null || string.CompareOrdinal(raised.Grade, basic.Grade) >= 0
            ? basic
            : basic with { Grade = raised.Grade, Since = basic.Since > raised.Since ? basic.Since : raised.Since };
    }

    private static IEnumerable<ShownSection> Newest(SectionName name, List<Fact> facts, DateTime now) =>
        from fact in facts
        where fact.Section == name.Slug && fact.VisibleAt <= now
        group fact by fact.Source into ofOneSource
        let newest = ofOneSource.Last()
        where !newest.Deletes
        orderby newest.Number
        select new ShownSection(
            name.Slug, newest.Source, name.Title, newest.Grade, newest.VisibleAt, newest.Receipt, newest.FactDigest,
            CrossCheck.Text(newest.Body, "DataSource") ?? "", newest.Body.GetProperty("Rows"));
}
