using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Web.Features.Registration;

/// <summary>企业注册: what an enterprise and its first account are registered with.</summary>
public sealed record RegistrationForm
{
    public string OrganisationName { get; init => field = value?.Trim() ?? ""; } = "";

    public string Code { get; init => field = CreditCode.Normalize(value); } = "";

    /// <summary>County in which the enterprise is registered.</summary>
    public string RegionCode { get; init => field = value ?? ""; } = "";

    public string ContactName { get; init => field = value?.Trim() ?? ""; } = "";

    public string Mobile { get; init => field = Phone.Normalize(value); } = "";

    public string UserName { get; init => field = value?.Trim() ?? ""; } = "";

    public string Password { get; init => field = value ?? ""; } = "";

    public string Again { get; init => field = value ?? ""; } = "";

    /// <summary>What can be seen to be wrong without looking anything up.</summary>
    public IEnumerable<Breach> Check()
    {
        if (OrganisationName.Length is < 4 or > 200)
        {
            yield return new("name", nameof(OrganisationName), OrganisationName.Length == 0 ? "请填写单位名称" : "单位名称应为 4 至 200 字，与营业执照一致");
        }

        if (CreditCode.Problem(Code) is { } problem)
        {
            yield return Code.Length == 0
                ? new("code-missing", nameof(Code), "请填写统一社会信用代码")
                : new("code", nameof(Code), $"统一社会信用代码{problem}", CreditCode.Suggest(Code));
        }

        if (Regions.Find(RegionCode) is not { Kind: RegionKind.County or RegionKind.DevelopmentZone })
        {
            yield return new("region", nameof(RegionCode), "请选择单位注册地的设区市和区县");
        }

        if (ContactName.Length is < 2 or > 50)
        {
            yield return new("contact", nameof(ContactName), "请填写经办人姓名，2 至 50 字");
        }

        if (!Phone.IsMobile(Mobile))
        {
            yield return new("mobile", nameof(Mobile), Mobile.Length == 0 ? "请填写经办人手机号" : "手机号应为 11 位数字，以 1 开头");
        }

        foreach (var breach in CheckAccount())
        {
            yield return breach;
        }
    }

    private IEnumerable<Breach> CheckAccount()
    {
        if (UserName.Length is < 2 or > 50)
        {
            yield return new("user", nameof(UserName), UserName.Length == 0 ? "请填写用户名" : "用户名应为 2 至 50 字");
        }
        else if (UserName.All(char.IsDigit) || CreditCode.IsValid(UserName))
        {
            // otherwise it might be someone's phone or credit code, with which people also sign in
            yield return new("user-digits", nameof(UserName), "用户名不能全是数字，也不能是信用代码；手机号和信用代码本来就可以用来登录");
        }

        if (Password.Length == 0)
        {
            yield return new("password", nameof(Password), "请填写密码");
        }
        else if (Password != Again)
        {
            yield return new("again", nameof(Again), "两次填写的密码不一样，请再填一次");
        }
    }
}

/// <summary>The registration page.</summary>
public sealed record RegistrationPage(RegistrationForm Form, IReadOnlyCollection<Breach> Breaches);
