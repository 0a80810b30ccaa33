using PerformanceRecords.Data.Seeding;

namespace PerformanceRecords.Workflow.Seeding;

/// <summary>How far a filing of the demonstration is taken.</summary>
internal enum Until
{
    Started,
    Drafted,
    Submitted,
    Returned,
    Rejected,
    Verified,
    LetterDrafted,
    LetterSent,
    LetterSigned,
    SentBack,
    PortOpened,
    HalfFilledIn,
    FilledIn,
    ReturnedAfterFillIn,
    Confirmed,
}

/// <summary>One filing of the demonstration: whose, about what, taken how far, and how many days ago it began.</summary>
/// <param name="ShownAfter">Working days until the national platform showed it.</param>
internal sealed record DemoStory(DemoPerson Filer, DemoProject Project, Until Until, int DaysAgo, int ShownAfter = 1)
{
    private static readonly DemoPerson Hengyue = DemoPeople.Zhang;
    private static readonly DemoPerson Sukan = DemoPeople.Gu;

    public bool IsSurvey => Filer == Sukan;

    public static IReadOnlyList<DemoStory> All { get; } =
    [
        new(Hengyue, Building("鼓楼医院江北国际医院二期", "320111", "304", "南京江北医疗投资有限公司", 86_400, 74_200, 1_380, 2018, 3, 12), Until.Confirmed, 66, ShownAfter: 3),
        new(Hengyue, Building("南京南部新城医疗中心", "320104", "304", "南京南部新城开发建设有限公司", 132_000, 118_500, 2_150, 2017, 9, 4), Until.Confirmed, 58),
        new(Sukan, Building("苏州湾文化艺术中心地下工程", "320509", "304", "苏州湾文旅发展有限公司", 52_300, 61_000, 286, 2018, 5, 21), Until.Confirmed, 55, ShownAfter: 6),
        new(Hengyue, Municipal("秦淮区扇骨营片区市政道路", "320104", "014", "南京秦淮城建发展有限公司", 1_860, 8_640, 198, 2018, 6, 5), Until.Confirmed, 50),
        new(Hengyue, Building("栖霞区迈皋桥创业园三号楼", "320113", "301", "南京迈皋桥科技发展有限公司", 28_600, 16_900, 312, 2019, 10, 14), Until.FilledIn, 13),
        new(Hengyue, Building("江北新区滨江科创中心A地块", "320111", "301", "南京江北滨江科创发展有限公司", 48_200, 36_480, 612, 2019, 6, 18), Until.ReturnedAfterFillIn, 17),
        new(Sukan, Building("姑苏区平江历史片区游客中心", "320508", "303", "苏州名城保护集团有限公司", 9_800, 12_300, 64, 2019, 4, 9), Until.FilledIn, 12),
        new(Hengyue, Municipal("长江路综合管廊工程（二期）", "320102", "099", "南京江河市政建设发展有限公司", 2_860, 12_680.5m, 268, 2020, 10, 15), Until.HalfFilledIn, 15),
        new(Hengyue, Building("鼓楼区滨江幼儿园新建工程", "320106", "304", "南京市鼓楼区教育局", 7_200, 4_980, 96, 2019, 12, 2), Until.PortOpened, 11),
        new(Sukan, Building("吴中区太湖新城社区卫生中心", "320506", "304", "苏州太湖新城建设有限公司", 6_400, 5_150, 38, 2020, 3, 18), Until.PortOpened, 11),
        new(Hengyue, Building("河西南部鱼嘴社区服务中心", "320105", "300", "南京河西新城建设发展有限公司", 12_500, 9_860, 176, 2020, 3, 12), Until.LetterSigned, 10),
        new(Hengyue, Municipal("麒麟科技城东麒路北延", "320102", "014", "南京麒麟科创园建设有限公司", 1_240, 6_420, 148, 2019, 7, 23), Until.LetterSigned, 10),
        new(Sukan, Building("相城区高铁新城商务楼", "320507", "302", "苏州高铁新城经济发展有限公司", 41_700, 33_800, 152, 2018, 11, 6), Until.LetterSigned, 9),
        new(Hengyue, Building("浦口区老山旅游服务中心", "320111", "303", "南京老山旅游发展有限公司", 8_900, 7_420, 133, 2019, 3, 27), Until.SentBack, 9),
        new(Sukan, Building("虎丘区狮山广场配套商业", "320505", "302", "苏州狮山商业管理有限公司", 18_300, 21_600, 88, 2019, 9, 10), Until.LetterSent, 7),
        new(Hengyue, Building("雨花台区软件谷人才公寓", "320114", "100", "南京软件谷发展有限公司", 63_500, 41_300, 702, 2018, 8, 30), Until.LetterDrafted, 6),
        new(Hengyue, Building("溧水开发区标准厂房（一期）", "320117", "700", "南京溧水产业投资有限公司", 35_200, 14_760, 286, 2020, 5, 19), Until.Verified, 6),
        new(Hengyue, Municipal("高淳区石固大道改造", "320118", "014", "南京高淳交通建设有限公司", 3_400, 15_220, 305, 2019, 11, 21), Until.Verified, 5),
        new(Hengyue, Building("六合经济开发区标准厂房（三期）", "320116", "700", "南京六合产业发展有限公司", 42_800, 17_350, 322, 2020, 8, 11), Until.Returned, 8),
        new(Hengyue, Building("建邺区江心洲邻里中心", "320105", "302", "南京江心洲建设发展有限公司", 15_700, 13_240, 244, 2018, 4, 16), Until.Rejected, 20),
        new(Hengyue, Municipal("秦淮河水环境综合整治工程", "320104", "011", "南京水务集团有限公司", 4_200, 23_600, 486, 2021, 3, 9), Until.Submitted, 9),
        new(Hengyue, Building("宁句线马群停车场上盖开发", "320113", "400", "南京地铁资源开发有限公司", 96_300, 82_500, 1_460, 2021, 4, 26), Until.Submitted, 7),
        new(Sukan, Building("工业园区独墅湖创新大厦", "320506", "301", "苏州独墅湖科教发展有限公司", 56_900, 48_700, 205, 2020, 6, 24), Until.Submitted, 6),
        new(Hengyue, Building("栖霞区仙林湖小学教学综合楼", "320113", "304", "南京市栖霞区教育局", 16_800, 10_900, 201, 2020, 9, 1), Until.Submitted, 4),
        new(Sukan, Municipal("吴江区东太湖大道快速化改造", "320509", "014", "苏州吴江城投建设有限公司", 5_600, 68_900, 312, 2019, 5, 14), Until.Submitted, 3),
        new(Hengyue, Building("江宁区百家湖文化馆", "320115", "304", "南京江宁文旅发展有限公司", 21_300, 18_600, 338, 2019, 8, 19), Until.Submitted, 1),
        new(Hengyue, Building("玄武区孝陵卫社区中心", "320102", "300", "南京玄武城建有限公司", 9_200, 6_880, 121, 2020, 11, 5), Until.Drafted, 2),
        new(Hengyue, Building("溧水开发区能源站扩建", "320117", "700", "南京溧水能源发展有限公司", 5_400, 9_320, 167, 2021, 6, 17), Until.Started, 13),
        new(Sukan, Building("昆山花桥国际商务城二期", "320583", "301", "昆山花桥资产经营有限公司", 72_100, 55_400, 246, 2020, 12, 8), Until.Drafted, 1),
    ];

    private static DemoProject Building(string name, string region, string use, string owner, decimal area, decimal invest, decimal fee, int year, int month, int day) =>
        new(name, region, "01", use, owner, area, invest, fee, new DateOnly(year, month, day));

    private static DemoProject Municipal(string name, string region, string use, string owner, decimal length, decimal invest, decimal fee, int year, int month, int day) =>
        new(name, region, "02", use, owner, length, invest, fee, new DateOnly(year, month, day));
}
