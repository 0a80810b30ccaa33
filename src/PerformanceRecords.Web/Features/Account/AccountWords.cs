namespace PerformanceRecords.Web.Features.Account;

/// <summary>What accounts are called.</summary>
public static class AccountWords
{
    /// <summary>签发人、本单位管理员: what a person may do beyond the daily work; null where nothing.</summary>
    public static string? MarksOf(bool maySign, bool mayAdminister) => (maySign, mayAdminister) switch
    {
        (true, true) => "签发人、本单位管理员",
        (true, false) => "签发人",
        (false, true) => "本单位管理员",
        _ => null,
    };
}
