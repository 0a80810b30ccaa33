using Microsoft.Extensions.DependencyInjection;
using PerformanceRecords.Data.Seeding;
using PerformanceRecords.Domain.Applications;
using PerformanceRecords.Domain.Applications.Types;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Workflow.Permits;

namespace PerformanceRecords.Workflow.Seeding;

/// <summary>
/// The demonstration of every answer but the supplement, so that a newcomer finds a record for each route: nothing national, only basic information,
/// a section missing, everything at a low grade, one section raised; and a filing of each type under way.
/// </summary>
internal sealed class DemoAnswers(IServiceProvider services, SeedingClock clock, CancellationToken cancellation)
{
    private const string Hospital = "鼓楼医院江北国际医院二期";
    private const string MedicalCentre = "南京南部新城医疗中心";
    private const string Road = "秦淮区扇骨营片区市政道路";
    private const string ArtCentre = "苏州湾文化艺术中心地下工程";

    private static readonly DemoProject Headquarters = new("江宁区九龙湖国际企业总部园", "320115", "01", "301", "南京九龙湖置业有限公司", 88_000, 71_000, 1_020, new(2025, 3, 18));
    private static readonly DemoProject NewTown = new("浦口区桥林新城邻里中心", "320111", "01", "302", "南京桥林新城建设有限公司", 14_300, 11_900, 208, new(2020, 4, 21));
    private static readonly DemoProject Spring = new("溧水区秦淮源生态公园配套用房", "320117", "01", "300", "南京溧水城建集团有限公司", 6_100, 4_700, 84, new(2020, 6, 9));
    private static readonly DemoProject School = new("玄武区北京东路小学扩建", "320102", "01", "304", "南京市玄武区教育局", 9_700, 7_300, 139, new(2017, 5, 23));
    private static readonly DemoProject Library = new("六合区雄州街道文化站", "320116", "01", "300", "南京六合文旅发展有限公司", 4_200, 3_150, 61, new(2017, 11, 15));
    private static readonly DemoProject Wetland = new("江北新区绿水湾湿地公园岩土工程勘察", "320111", "01", "303", "南京江北生态投资有限公司", 21_000, 16_800, 58, new(2019, 4, 2));
    private static readonly DemoProject Depot = new("栖霞区龙潭物流园仓库岩土工程勘察", "320113", "01", "700", "南京龙潭物流发展有限公司", 47_000, 19_600, 73, new(2020, 5, 12));
    private static readonly DemoProject Motorway = new("溧水至高淳高速公路连接线设计", "320118", "99", "999", "南京交通建设投资有限公司", 12_600, 89_000, 930, new(2019, 9, 17));

    private readonly DemoHands hands = new(services, clock, cancellation);

    /// <summary>What happened, and how many days ago it began.</summary>
    public static IReadOnlyList<(int DaysAgo, Func<DemoAnswers, Task> Tell)> All { get; } =
    [
        // 二.2 省平台有、部平台没有
        (80, a => a.EarlierAsync(School)),
        (79, a => a.EarlierAsync(Library)),
        (3, a => a.ProvincialOnlyAsync(Library)),

        // 一 合同归集
        (52, a => a.ReleasedAsync(NewTown)),
        (48, a => a.ReleasedAsync(Spring)),
        (11, a => a.RegisteredAsync(Headquarters, DemoPeople.Zhang)),
        (8, a => a.RegisteredAsync(Headquarters, DemoPeople.Gu)),
        (3, a => a.StrayPermitsAsync()),

        // 三.1 完善
        (38, a => a.CompletedAsync(CompletionOfIndicators.Type, Hospital, DemoPeople.Zhang, Sections.Indicators, Building(Hospital, "48.6"))),
        (36, a => a.CompletedAsync(CompletionOfPersonnel.Type, Hospital, DemoPeople.Zhang, Sections.Personnel, null)),
        (35, a => a.CompletedAsync(CompletionOfIndicators.Type, MedicalCentre, DemoPeople.Zhang, Sections.Indicators, Building(MedicalCentre, "62.3"))),
        (34, a => a.CompletedAsync(CompletionOfPersonnel.Type, MedicalCentre, DemoPeople.Zhang, Sections.Personnel, null)),
        (23, a => a.CompletedAsync(CompletionOfIndicators.Type, Road, DemoPeople.Zhang, Sections.Indicators, Street(Road))),
        (22, a => a.CompletedAsync(CompletionOfPersonnel.Type, Road, DemoPeople.Zhang, Sections.Personnel, null)),
        (4, a => a.CompletingAsync(CompletionOfIndicators.Type, ArtCentre, DemoPeople.Gu, Sections.Indicators, Building(ArtCentre, "23.5"))),
        (2, a => a.CompletingAsync(Completion.Type, Spring.Name, DemoPeople.Zhang, Sections.DrawingReview, Spring.DrawingReview)),

        // 三.2 修正勘误
        (30, a => a.CorrectedAsync(MedicalCentre, 2_150, 2_236, atMinistry: true)),
        (5, a => a.CorrectedAsync(Road, 198, 203, atMinistry: false)),

        // 四、七 行业外
        (40, a => a.SurveyedAsync(Wetland, confirmed: true)),
        (4, a => a.SurveyedAsync(Depot, confirmed: false)),
        (7, a => a.MotorwayAsync()),

        // 五 升级
        (21, a => a.RaisedAsync(Hospital, confirmed: true)),
        (12, a => a.RaisedAsync(Road, confirmed: false)),

        // 六 指标库
        (19, a => a.QualifiedAsync(Hospital, Building(Hospital, "48.6"), confirmed: true)),
        (3, a => a.QualifiedAsync(MedicalCentre, Building(MedicalCentre, "62.3"), confirmed: false)),
    ];

    private static DemoProject Known(string name) => DemoStory.All.First(s => s.Project.Name == name).Project;

    private static SectionValues Building(string name, string height)
    {
        var (project, unit) = (Known(name), DemoStory.All.First(s => s.Project.Name == name).Filer.Organisation);
        var area = project.Area.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        return project.Indicators(unit.Name, unit.CreditCode!, "建筑行业（建筑工程）甲级", ("PrjLevelNum", "321"), ("BuildArea", area), ("SubBuildHeight", height), ("MaxUnitArea", area));
    }

    private static SectionValues Street(string name) => Known(name).Indicators(
        DemoPeople.Hengyue.Name, DemoPeople.Hengyue.CreditCode!, "市政行业（道路工程）专业甲级", ("PrjLevelNum", "322"), ("SubProjectLength", "1860"), ("RoadWidth", "30"));

    private Task<Guid> EarlierAsync(DemoProject project) => ActivatorUtilities.CreateInstance<EarlierRecords>(services)
        .AddAsync(project, DemoPeople.Hengyue, clock.GetUtcNow().UtcDateTime, cancellation);

    private async Task ProvincialOnlyAsync(DemoProject project)
    {
        var id = await hands.StartAsync(new(CompletionFromProvince.Type, await hands.RecordAsync(project.Name, DemoPeople.Zhang)), DemoPeople.Zhang);
        await SubmitAsync(id, DemoPeople.Zhang);
    }

    private async Task<Guid> RegisteredAsync(DemoProject project, DemoPerson filer)
    {
        var id = await hands.StartAsync(new(FirstEntry.Type), filer);
        await hands.WriteAsync(id, filer, Sections.Basic, project.BasicAtSigning);
        await hands.WriteAsync(id, filer, Sections.Contract, project.Contract(filer.Organisation.Name, filer.Organisation.CreditCode!, survey: filer == DemoPeople.Gu));
        await SubmitAsync(id, filer);
        return id;
    }

    private async Task ReleasedAsync(DemoProject project)
    {
        var id = await RegisteredAsync(project, DemoPeople.Zhang);
        clock.On(6, 40);
        await services.GetRequiredService<PermitDesk>().TakeAsync([DemoPermits.Of(project, 1)], DemoPermits.Sender, cancellation);
        await hands.SeenAsync(id);
    }

    private async Task StrayPermitsAsync() =>
        await services.GetRequiredService<PermitDesk>().TakeAsync([.. DemoPermits.Strays(Headquarters)], DemoPermits.Sender, cancellation);

    private async Task CompletedAsync(ApplicationType type, string project, DemoPerson filer, Sections section, SectionValues? values)
    {
        var id = await CompletingAsync(type, project, filer, section, values);
        clock.On(1, 80);
        await hands.TakeAsync(id, DemoPeople.Wang, Act.Confirm, "内容与材料一致，确认。");
        await hands.SeenAsync(id);
    }

    private async Task<Guid> CompletingAsync(ApplicationType type, string project, DemoPerson filer, Sections section, SectionValues? values)
    {
        var id = await hands.StartAsync(new(type, await hands.RecordAsync(project, filer), section), filer);
        if (values is not null)
        {
            await hands.WriteAsync(id, filer, section, values);
        }

        await SubmitAsync(id, filer);
        return id;
    }

    private async Task CorrectedAsync(string project, decimal from, decimal to, bool atMinistry)
    {
        var filer = DemoPeople.Zhang;
        var id = await hands.StartAsync(new(Correction.Type, await hands.RecordAsync(project, filer), Sections.Contract), filer);
        var amount = to.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        await hands.WriteAsync(id, filer, Sections.Contract, (await hands.ProposedAsync(id, Sections.Contract)).Map((key, text) => key == nameof(Contract.ContractMoney) ? amount : text));
        await hands.ProveAsync(id, filer);
        await hands.ReasonAsync(id, filer, "Contract[0].ContractMoney", $"补充协议把设计费由 {from:N0} 万元调整为 {to:N0} 万元，首次录入时填的是原合同金额。");
        await hands.TakeAsync(id, filer, Act.Submit);
        if (atMinistry)
        {
            await ToProvinceLetterAsync(id, "改动有补充协议为证，属实。");
            await hands.LetterAsync(id, DemoPeople.Chen, DemoPeople.Zhou);
        }
    }

    private async Task RaisedAsync(string project, bool confirmed)
    {
        var id = await hands.StartAsync(new(Upgrade.Type, await hands.RecordAsync(project, DemoPeople.Zhang), Sections.DrawingReview, DataGrade.B), DemoPeople.Zhang);
        await SubmitAsync(id, DemoPeople.Zhang);
        await ToProvinceLetterAsync(id, "截图、图纸与部平台一致，业绩属实。");
        if (confirmed)
        {
            await hands.LetterAsync(id, DemoPeople.Chen, DemoPeople.Zhou);
            await hands.SeenAsync(id);
        }
    }

    private async Task SurveyedAsync(DemoProject project, bool confirmed)
    {
        var (filer, unit) = (DemoPeople.Gu, DemoPeople.Sukan);
        var id = await hands.StartAsync(new(OtherIndustry.Type, Sector: Sector.Survey), filer);
        await hands.WriteAsync(id, filer, Sections.Basic, project.Basic);
        await hands.WriteAsync(id, filer, Sections.Indicators, project.Indicators(
            unit.Name, unit.CreditCode!, "工程勘察专业类（岩土工程）甲级", ("GeotechImportance", "2"), ("SiteGrade", "2"), ("GroundGrade", "2"), ("Boreholes", "86"), ("BoreholeMetres", "3240")));
        await SubmitAsync(id, filer);
        if (confirmed)
        {
            clock.On(2, 60);
            await hands.TakeAsync(id, DemoPeople.Wang, Act.Confirm, "有专家论证意见，同意。");
            await hands.SeenAsync(id);
        }
    }

    private async Task MotorwayAsync()
    {
        var (filer, unit) = (DemoPeople.Zhang, DemoPeople.Hengyue);
        var id = await hands.StartAsync(new(OtherIndustry.Type, Sector: Sector.OtherIndustry), filer);
        await hands.WriteAsync(id, filer, Sections.Basic, Motorway.Basic);
        await hands.WriteAsync(id, filer, Sections.Indicators, Motorway.Indicators(
            unit.Name, unit.CreditCode!, "公路行业（公路）专业乙级", ("DesignIndustry", "A214"), ("RouteClass", "一级公路"), ("RouteLength", "12.6"), ("RouteSpeed", "80")));
        await SubmitAsync(id, filer);
        clock.On(2, 30);
        await hands.TakeAsync(id, DemoPeople.Wang, Act.Return, "请补充概算批复中载明路线长度的页，并核对设计速度。");
    }

    private async Task QualifiedAsync(string project, SectionValues indicators, bool confirmed)
    {
        var id = await CompletingAsync(IndicatorLibrary.Type, project, DemoPeople.Zhang, Sections.Indicators, indicators);
        if (confirmed)
        {
            clock.On(1, 50);
            await hands.TakeAsync(id, DemoPeople.Wang, Act.Confirm, "指标有据，确认。");
            await hands.SeenAsync(id);
        }
    }

    private async Task SubmitAsync(Guid id, DemoPerson filer)
    {
        await hands.ProveAsync(id, filer);
        await hands.TakeAsync(id, filer, Act.Submit);
    }

    private async Task ToProvinceLetterAsync(Guid id, string opinion)
    {
        clock.On(2, 45);
        await hands.TakeAsync(id, DemoPeople.Wang, Act.Verify, opinion);
        await hands.LetterAsync(id, DemoPeople.Wang, DemoPeople.Li);
        clock.On(2, 20);
        await hands.TakeAsync(id, DemoPeople.Chen, Act.Verify, "核实无误。");
    }
}
