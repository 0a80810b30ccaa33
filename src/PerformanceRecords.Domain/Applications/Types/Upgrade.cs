using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Domain.Applications.Types;

/// <summary>五 数据等级升级: a section the national platform shows is to rise to A or B.</summary>
public static class Upgrade
{
    private const string Notice579 = "579号文";

    public static readonly ApplicationType Type = new()
    {
        Code = "upgrade",
        Title = "数据等级升级",
        Module = "数据等级升级",
        Lead = "部平台已显示的施工图审查或业绩技术指标，要升为 A 级或 B 级。",
        Route = Routes.Upgrade,
        Askable = Sections.DrawingReview | Sections.Indicators,
        NeedsRecord = true,
        Plans =
        [
            new(Stage.Draft)
            {
                Required = Sections.None,
                Evidence =
                [
                    new(EvidenceKind.PlatformScreenshot, Notice579),
                    new(EvidenceKind.MainDrawings, Notice579) { When = RaisesDrawingReview, WhenText = "升级施工图审查的" },
                    new(EvidenceKind.DrawingReviewCertificate, Notice579)
                    {
                        When = f => RaisesDrawingReview(f) && f.Before2016,
                        WhenText = $"升级施工图审查、2016 年前的项目（{ProjectDay.InWords}）",
                    },
                ],
            },
        ],
        Rules = Check,
    };

    /// <summary>五.1（3）: the section whose upgrade carries the basic information with it.</summary>
    public static Sections CarrierOf(Sector sector) => sector is Sector.Building or Sector.Municipal ? Sections.DrawingReview : Sections.Indicators;

    private static bool RaisesDrawingReview(FilingFacts facts) => facts.Asked.HasFlag(Sections.DrawingReview);

    private static IEnumerable<Breach> Check(FilingFacts facts)
    {
        if (facts.Asked.HasFlag(Sections.Basic))
        {
            yield return new("upgrade-basic", "Asked", $"基本信息不单独升级。请申请升级“{CarrierOf(facts.Sector).Chinese()}”，显示后基本信息随之升级。");
        }
        else if (facts.Asked == Sections.None)
        {
            yield return new("upgrade-sections", "Asked", "请选择要升级的环节。");
        }

        if (Type.WrongGrade(facts.AskedGrade) is { } grade)
        {
            yield return grade;
        }

        foreach (var section in facts.Asked.Each().Where(s => Type.Askable.HasFlag(s)))
        {
            if (!facts.ShownGrades.TryGetValue(section, out var shown))
            {
                yield return new("upgrade-not-shown", "Asked", $"部平台还没有显示“{section.Chinese()}”，不能升级。请先办理信息完善，显示后再升级。");
            }
            else if (shown >= facts.AskedGrade)
            {
                yield return new("upgrade-lower", "AskedGrade", $"部平台上“{section.Chinese()}”已经是 {shown} 级，只能升到更高的等级。");
            }
        }
    }
}
