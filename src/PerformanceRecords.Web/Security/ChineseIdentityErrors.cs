using Microsoft.AspNetCore.Identity;

namespace PerformanceRecords.Web.Security;

/// <summary>What Identity has to say, in Chinese: what is wrong and what to do.</summary>
internal sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Say(nameof(DefaultError), "没有办成，请再试一次");

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), "这个账号刚被别人改过，请刷新后再试");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "现在的密码不对，请再填一次");

    public override IdentityError InvalidUserName(string? userName) =>
        Say(nameof(InvalidUserName), "用户名只能用汉字、字母、数字和 . _ - @，请换一个");

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), $"用户名“{userName}”已有人使用，请换一个");

    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), "这个邮箱已有人使用");

    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), $"密码至少 {length} 位");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Say(nameof(PasswordRequiresUniqueChars), $"密码至少要有 {uniqueChars} 个不同的字符");

    public override IdentityError PasswordRequiresNonAlphanumeric() => Say(nameof(PasswordRequiresNonAlphanumeric), "密码要有至少一个符号");

    public override IdentityError PasswordRequiresDigit() => Say(nameof(PasswordRequiresDigit), "密码要有至少一个数字");

    public override IdentityError PasswordRequiresLower() => Say(nameof(PasswordRequiresLower), "密码要有至少一个小写字母");

    public override IdentityError PasswordRequiresUpper() => Say(nameof(PasswordRequiresUpper), "密码要有至少一个大写字母");

    private static IdentityError Say(string code, string text) => new() { Code = code, Description = text };
}
