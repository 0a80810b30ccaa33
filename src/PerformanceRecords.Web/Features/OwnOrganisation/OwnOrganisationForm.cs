using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Web.Features.OwnOrganisation;

/// <summary>单位信息: what an enterprise may mend about itself. Name and region are fixed once the city has confirmed them.</summary>
public sealed record OwnOrganisationForm
{
    public string Name { get; init => field = value?.Trim() ?? ""; } = "";

    public string RegionCode { get; init => field = value ?? ""; } = "";

    public string ContactName { get; init => field = value?.Trim() ?? ""; } = "";

    public string ContactPhone { get; init => field = Phone.Normalize(value); } = "";

    public int Version { get; init; }

    public IEnumerable<Breach> Check(bool confirmed)
    {
        if (!confirmed && Name.Length is < 4 or > 200)
        {
            yield return new("name", nameof(Name), "单位名称应为 4 至 200 字，与营业执照一致");
        }

        if (!confirmed && Regions.Find(RegionCode) is not { Kind: RegionKind.County or RegionKind.DevelopmentZone })
        {
            yield return new("region", nameof(RegionCode), "请选择单位注册地的设区市和区县");
        }

        if (ContactName.Length is < 2 or > 50)
        {
            yield return new("contact", nameof(ContactName), "请填写联系人姓名，2 至 50 字");
        }

        if (Phone.Problem(ContactPhone) is { } problem)
        {
            yield return new("phone", nameof(ContactPhone), ContactPhone.Length == 0 ? "请填写联系电话" : $"联系电话{problem}");
        }
    }
}

/// <summary>The page of one's own organisation.</summary>
public sealed record OwnOrganisationPage(Organisation Organisation, OwnOrganisationForm Form, IReadOnlyCollection<Breach> Breaches);
