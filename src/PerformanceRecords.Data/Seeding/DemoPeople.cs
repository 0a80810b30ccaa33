using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Data.Seeding;

/// <summary>An organisation of the demonstration.</summary>
public sealed record DemoOrganisation(int Number, Level Level, string Name, string ShortName, string RegionCode)
{
    public Guid Id { get; } = new($"01920000-0000-7000-8000-0000000001{Number:00}");

    public string? CreditCode { get; init; }

    public string? LetterSeries { get; init; }

    /// <summary>An invented number, for people of the enterprises who forgot their password.</summary>
    public string? Phone { get; init; }
}

/// <summary>演示人员: someone a newcomer can be with one click, to take a supplement through every hand.</summary>
/// <param name="Duty">What they do there: 填报人, 签发人.</param>
public sealed record DemoPerson(int Number, DemoOrganisation Organisation, string UserName, string FullName, string Duty, bool MaySign = false, bool MayAdminister = false)
{
    public Guid Id { get; } = new($"01920000-0000-7000-8000-0000000002{Number:00}");

    /// <summary>An invented number of a range that is not given out.</summary>
    public string Phone { get; } = $"199000000{Number:00}";
}

/// <summary>The people and organisations of the demonstration. They exist where demo data is seeded, and nowhere else.</summary>
public static class DemoPeople
{
    public static readonly DemoOrganisation Hengyue = new(1, Level.Enterprise, "江苏衡岳建筑设计研究院有限公司", "衡岳设计院", "320106") { CreditCode = "91320106712345680Y" };
    public static readonly DemoOrganisation Sukan = new(2, Level.Enterprise, "苏州苏勘岩土工程有限公司", "苏勘岩土", "320508") { CreditCode = "91320508738162057Y" };
    public static readonly DemoOrganisation Nanjing = new(3, Level.City, "南京市城乡建设委员会", "南京市建委", "320100") { LetterSeries = "宁建设函", Phone = "025-55550100" };
    public static readonly DemoOrganisation Suzhou = new(4, Level.City, "苏州市住房和城乡建设局", "苏州市住建局", "320500") { LetterSeries = "苏住建设函", Phone = "0512-55550100" };
    public static readonly DemoOrganisation Pukou = new(5, Level.County, "南京市浦口区城乡建设局", "浦口区建设局", "320111");
    public static readonly DemoOrganisation Province = new(6, Level.Province, "江苏省住房和城乡建设厅", "省住建厅", "320000") { LetterSeries = "苏建函勘设" };
    public static readonly DemoOrganisation Ministry = new(7, Level.Ministry, "住房和城乡建设部", "住建部", "000000");
    public static readonly DemoOrganisation Audit = new(8, Level.Auditor, "江苏省住房和城乡建设厅审计处", "省厅审计处", "320000");
    public static readonly DemoOrganisation Office = new(9, Level.Administrator, "江苏省建设信息中心", "省建设信息中心", "320000");

    public static readonly DemoPerson Zhang = new(1, Hengyue, "zhangkun", "张堃", "填报人");
    public static readonly DemoPerson Gu = new(2, Sukan, "guxue", "顾雪", "填报人");
    public static readonly DemoPerson Wang = new(3, Nanjing, "wangjun", "王珺", "经办人、单位管理员", MayAdminister: true);
    public static readonly DemoPerson Li = new(4, Nanjing, "lichong", "李翀", "签发人", MaySign: true);
    public static readonly DemoPerson Qian = new(5, Suzhou, "qiancheng", "钱澄", "经办人");
    public static readonly DemoPerson Shen = new(6, Suzhou, "shenyi", "沈屹", "签发人、单位管理员", MaySign: true, MayAdminister: true);
    public static readonly DemoPerson Tang = new(7, Pukou, "tangjin", "汤瑾", "区级审核");
    public static readonly DemoPerson Chen = new(8, Province, "chenye", "陈晔", "经办人、单位管理员", MayAdminister: true);
    public static readonly DemoPerson Zhou = new(9, Province, "zhoulan", "周岚", "签发人", MaySign: true);
    public static readonly DemoPerson He = new(10, Ministry, "hezheng", "何峥", "审核员");
    public static readonly DemoPerson Wu = new(11, Audit, "wufang", "吴昉", "审计");
    public static readonly DemoPerson Luo = new(12, Office, "luoqi", "罗祺", "系统管理员");

    public static IReadOnlyList<DemoOrganisation> Organisations { get; } =
        [Hengyue, Sukan, Nanjing, Suzhou, Pukou, Province, Ministry, Audit, Office];

    public static IReadOnlyList<DemoPerson> All { get; } =
        [Zhang, Gu, Wang, Li, Qian, Shen, Tang, Chen, Zhou, He, Wu, Luo];
}
