using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Web.Features.Admin;

/// <summary>What the administrator changes about an organisation. An enterprise's region counts, a bureau's area stays what it is.</summary>
public sealed record OrganisationChange
{
    public string Name { get; init => field = value?.Trim() ?? ""; } = "";

    public string ShortName { get; init => field = value?.Trim() ?? ""; } = "";

    public string LetterSeries { get; init => field = value?.Trim() ?? ""; } = "";

    public string RegionCode { get; init => field = value ?? ""; } = "";

    public string ContactName { get; init => field = value?.Trim() ?? ""; } = "";

    public string ContactPhone { get; init => field = Phone.Normalize(value); } = "";

    public int Version { get; init; }

    public static OrganisationChange Of(Organisation organisation) => new()
    {
        Name = organisation.Name,
        ShortName = organisation.ShortName,
        LetterSeries = organisation.LetterSeries ?? "",
        RegionCode = organisation.RegionCode,
        ContactName = organisation.ContactName ?? "",
        ContactPhone = organisation.ContactPhone ?? "",
        Version = organisation.Version,
    };

    public IEnumerable<Breach> Check(Level level)
    {
        if (Name.Length is < 4 or > 200)
        {
            yield return new("name", nameof(Name), "请填写单位全称，4 至 200 字");
        }

        if (ShortName.Length > Organisation.LongestShortName)
        {
            yield return new("short", nameof(ShortName), $"简称最多 {Organisation.LongestShortName} 字");
        }

        if (LetterSeries.Length > 30)
        {
            yield return new("series", nameof(LetterSeries), "发文代字最多 30 字，如 宁建设函");
        }

        if (level == Level.Enterprise && Regions.Find(RegionCode) is not { Kind: RegionKind.County or RegionKind.DevelopmentZone })
        {
            yield return new("region", nameof(RegionCode), "请选择单位注册地的设区市和区县");
        }

        if (ContactName.Length > 50)
        {
            yield return new("contact", nameof(ContactName), "联系人最多 50 字");
        }

        if (ContactPhone.Length > 0 && Phone.Problem(ContactPhone) is { } problem)
        {
            yield return new("phone", nameof(ContactPhone), $"联系电话{problem}");
        }
    }
}

/// <summary>What the administrator changes about an account; the user name stays, people know it.</summary>
public sealed record UserChange
{
    public string FullName { get; init => field = value?.Trim() ?? ""; } = "";

    public string Mobile { get; init => field = Phone.Normalize(value); } = "";

    public bool MaySign { get; init; }

    public IEnumerable<Breach> Check()
    {
        if (FullName.Length is < 2 or > 50)
        {
            yield return new("full-name", nameof(FullName), "请填写姓名，2 至 50 字");
        }

        if (Mobile.Length > 0 && !Phone.IsMobile(Mobile))
        {
            yield return new("mobile", nameof(Mobile), "手机号应为 11 位数字，以 1 开头");
        }
    }
}

/// <summary>The page on which an organisation is changed.</summary>
public sealed record ChangeOrganisationPage(Organisation Organisation, OrganisationChange Form, IReadOnlyCollection<Breach> Breaches);

/// <summary>The page on which an account is changed.</summary>
public sealed record ChangeUserPage(UserRow User, Level Level, UserChange Form, IReadOnlyCollection<Breach> Breaches);
