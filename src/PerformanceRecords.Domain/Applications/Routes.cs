using static PerformanceRecords.Domain.Actors.Level;
using static PerformanceRecords.Domain.Applications.Act;
using static PerformanceRecords.Domain.Applications.Stage;
using static PerformanceRecords.Domain.Records.Sections;

namespace PerformanceRecords.Domain.Applications;

/// <summary>Every way a performance record gets to the national platform. Read this file first.</summary>
public static class Routes
{
    /// <summary>一、初次录入: the contract is registered, and pushed once the construction permit is issued.</summary>
    public static readonly Route FirstEntry = new Route("first-entry", "合同归集", basis: "1号文")
    {
        // at             by          does          then            and
        { Draft,          Enterprise, Submit,       AwaitingPermit, new SeekPermit() },
        { AwaitingPermit, Platform,   RecordPermit, Completed,      new Push(Basic | Contract) },
    }.Build();

    /// <summary>二.1 补录: neither platform knows the project.</summary>
    public static readonly Route Supplement = new Route("supplement", "业绩补录", basis: "412号文附件6")
    {
        { Draft,          Enterprise, Submit,       CityReview },
        { CityReview,     City,       Verify,       CityLetter },
        { CityLetter,     City,       SignLetter,   ProvinceReview, new SendLetter(To: Province) },
        { ProvinceReview, Province,   OpenPort,     FillIn,         new OpenSupplementPort() },
        { FillIn,         Enterprise, Submit,       Confirmation,   new UseSupplementPort() },
        { Confirmation,   City,       Confirm,      Completed,      new Push(Basic | Contract | DrawingReview) },
    }.DelegatedAt(Confirmation).Build();

    /// <summary>二.2 勘误（完善）: the provincial platform has the project, the national one has nothing.</summary>
    public static readonly Route CompletionFromProvince = new Route("completion-from-province", "信息完善（部平台无信息）", basis: "412号文")
    {
        { Draft,          Enterprise, Submit,       CityReview },
        { CityReview,     City,       Confirm,      Completed,      new Push(Basic | Contract | DrawingReview) },
    }.Build();

    /// <summary>三.1 完善: the national platform has the basic information only.</summary>
    public static readonly Route Completion = new Route("completion", "信息完善", basis: "412号文附件5")
    {
        { Draft,          Enterprise, Submit,       CityReview },
        { CityReview,     City,       Confirm,      Completed,      new Push() }, // the sections the application names
    }.DelegatedAt(CityReview).Build();

    /// <summary>三.2 修正勘误: every section is there, but something in one is missing or wrong.</summary>
    public static readonly Route Correction = new Route("correction", "修正勘误", basis: "412号文附件5")
    {
        { Draft,          Enterprise, Submit,       CityReview },
        { CityReview,     City,       Verify,       CityLetter },
        { CityLetter,     City,       SignLetter,   ProvinceReview, new SendLetter(To: Province) },
        { ProvinceReview, Province,   Verify,       ProvinceLetter },
        { ProvinceLetter, Province,   SignLetter,   MinistryReview, new SendLetter(To: Ministry) },
        { MinistryReview, Ministry,   Confirm,      Completed,      new Push() },
    }.RecordedBy(Province, MinistryReview).Build(); // the ministry may also answer by post

    /// <summary>四、行业外补录: survey works, and works other than building and municipal.</summary>
    public static readonly Route OtherIndustry = new Route("other-industry", "行业外工程补录", basis: "412号文")
    {
        { Draft,          Enterprise, Submit,       CityReview },
        { CityReview,     City,       Confirm,      Completed,      new Push(Basic | UnitWorks | Indicators) },
    }.Build();

    /// <summary>五、升级: the data grade of a section is to become A or B.</summary>
    public static readonly Route Upgrade = new Route("upgrade", "数据等级升级", basis: "579号文")
    {
        { Draft,          Enterprise, Submit,       CityReview },
        { CityReview,     City,       Verify,       CityLetter },
        { CityLetter,     City,       SignLetter,   ProvinceReview, new SendLetter(To: Province) },
        { ProvinceReview, Province,   Verify,       ProvinceLetter },
        { ProvinceLetter, Province,   SignLetter,   Completed,      new IssueConfirmation(), new RaiseGrade(), new Push() },
    }.Build();

    /// <summary>六、指标库: technical indicators for a qualification that the province grants.</summary>
    public static readonly Route IndicatorLibrary = new Route("indicator-library", "业绩指标入库", basis: "352号文")
    {
        { Draft,          Enterprise, Submit,       CityReview },
        { CityReview,     City,       Confirm,      Completed,      new PublishToServiceNetwork() },
    }.Build();

    /// <summary>三.1（2）与六: one filing in the library, whose indicators go to both platforms.</summary>
    public static readonly Route IndicatorsForBoth = new Route("indicators-for-both", "业绩指标入库并完善", basis: "352号文")
    {
        { Draft,          Enterprise, Submit,       CityReview },
        { CityReview,     City,       Confirm,      Completed,      new Push(), new PublishToServiceNetwork() },
    }.Build();

    /// <summary>In the order of the source text.</summary>
    public static IReadOnlyList<Route> All { get; } =
        [FirstEntry, Supplement, CompletionFromProvince, Completion, Correction, OtherIndustry, Upgrade, IndicatorLibrary, IndicatorsForBoth];

    /// <summary>The route an application was submitted on.</summary>
    public static Route Of(string code) => All.FirstOrDefault(r => r.Code == code)
        ?? throw new ArgumentException($"No route '{code}'; a route that applications still stand on must stay in {nameof(All)}.", nameof(code));
}
