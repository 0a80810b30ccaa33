using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Web.Features.Admin;

/// <summary>A bureau or office to be added; enterprises register themselves.</summary>
public sealed record OrganisationForm
{
    public Level? Level { get; init; }

    public string Name { get; init => field = value?.Trim() ?? ""; } = "";

    public string ShortName { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>A city for a city's bureau, a county for a county's; the others have none to choose.</summary>
    public string City { get; init => field = value ?? ""; } = "";

    public string County { get; init => field = value ?? ""; } = "";

    public string LetterSeries { get; init => field = value?.Trim() ?? ""; } = "";

    public string FullRegion => Level switch
    {
        Domain.Actors.Level.City => City,
        Domain.Actors.Level.County => County,
        Domain.Actors.Level.Ministry => "000000",
        _ => Regions.Province,
    };

    public IEnumerable<Breach> Check()
    {
        if (Level is null or Domain.Actors.Level.Enterprise or Domain.Actors.Level.Platform)
        {
            yield return new("level", nameof(Level), "请选择层级");
        }

        if (Name.Length is < 4 or > 200)
        {
            yield return new("name", nameof(Name), "请填写单位全称，4 至 200 字");
        }

        if (ShortName.Length > 100)
        {
            yield return new("short", nameof(ShortName), "简称最多 100 字");
        }

        if (Level == Domain.Actors.Level.City && Regions.Find(City) is not { Kind: RegionKind.City })
        {
            yield return new("city", nameof(City), "请选择设区市");
        }

        if (Level == Domain.Actors.Level.County && Regions.Find(County) is not { Kind: RegionKind.County or RegionKind.DevelopmentZone })
        {
            yield return new("county", nameof(County), "请选择区县");
        }

        if (LetterSeries.Length > 30)
        {
            yield return new("series", nameof(LetterSeries), "发文代字最多 30 字，如 宁建设函");
        }
    }
}

/// <summary>An account to be added.</summary>
public sealed record UserForm
{
    public string FullName { get; init => field = value?.Trim() ?? ""; } = "";

    public string UserName { get; init => field = value?.Trim() ?? ""; } = "";

    public string Mobile { get; init => field = Phone.Normalize(value); } = "";

    public bool MaySign { get; init; }

    public bool MayAdminister { get; init; }

    public IEnumerable<Breach> Check()
    {
        if (FullName.Length is < 2 or > 50)
        {
            yield return new("full-name", nameof(FullName), "请填写姓名，2 至 50 字");
        }

        if (UserName.Length is < 2 or > 50 || UserName.All(char.IsDigit))
        {
            yield return new("user-name", nameof(UserName), "请填写用户名，2 至 50 字，不能全是数字");
        }

        if (Mobile.Length > 0 && !Phone.IsMobile(Mobile))
        {
            yield return new("mobile", nameof(Mobile), "手机号应为 11 位数字，以 1 开头");
        }
    }
}
