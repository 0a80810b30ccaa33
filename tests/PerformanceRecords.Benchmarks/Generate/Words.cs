namespace PerformanceRecords.Benchmarks.Generate;

/// <summary>Invented names and numbers, in lengths and letters as they occur.</summary>
internal static class Words
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建国文辉力健永健世广志义兴良海山仁波宁贵福生龙元全胜学祥才发武新利清飞彬富顺信子昂航珺喆堃";
    private static readonly string[] Brands = ["苏建", "华东", "中衡", "启迪", "天元", "长江", "金陵", "东南", "江海", "远景", "正元", "恒信", "宏业", "瑞安", "新城", "博远"];
    private static readonly string[] Places = ["滨江", "城北", "科创", "高铁", "开发区", "新城", "老城", "大学城", "湖滨", "空港", "物流园", "文旅", "生态", "南部", "河西", "创意"];
    private static readonly string[] Works = ["商务办公楼", "人才公寓", "中心小学", "人民医院门诊楼", "标准厂房", "市政道路", "综合管廊", "污水处理厂", "社区服务中心", "文化馆", "安置房", "科技产业园", "体育馆", "农贸市场", "幼儿园", "地下停车场"];
    private static readonly string[] Owners = ["城市建设投资", "产业发展", "水务", "教育发展", "交通建设", "文化旅游", "科技园建设", "置业"];

    public static string Person(Chance chance) => chance.Between(0, 9) < 3
        ? $"{chance.Pick(Surnames.ToCharArray())}{chance.Pick(Given.ToCharArray())}"
        : $"{chance.Pick(Surnames.ToCharArray())}{chance.Pick(Given.ToCharArray())}{chance.Pick(Given.ToCharArray())}";

    public static string Enterprise(Chance chance) => chance.Pick(Brands);

    public static string Project(Chance chance, string place) =>
        $"{place}{chance.Pick(Places)}{chance.Pick(Works)}{(chance.Of(0.4) ? $"（{"一二三四五六七八"[chance.Between(0, 7)]}期）" : "")}{(chance.Of(0.3) ? $"{(char)('A' + chance.Between(0, 7))}地块" : "")}工程";

    public static string Owner(Chance chance, string place) => $"{place}{chance.Pick(Brands)}{chance.Pick(Owners)}有限公司";

    /// <summary>A number in the letters that company names use.</summary>
    public static string Numeral(int number) => string.Concat($"{number:D4}".Select(digit => "零一二三四五六七八九"[digit - '0']));

    /// <summary>A credit code whose check digits hold, different for every number.</summary>
    public static string CreditCode(string region, int number)
    {
        var body = $"91{region}{70_000_000 + number:D8}";
        return (from inner in "0123456789" from outer in Alphabet select body + inner + outer).First(Domain.Reference.CreditCode.IsValid);
    }
}
