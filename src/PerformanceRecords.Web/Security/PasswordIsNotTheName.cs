using Microsoft.AspNetCore.Identity;
using PerformanceRecords.Data.Identity;

namespace PerformanceRecords.Web.Security;

/// <summary>Refuses passwords that hold the user name or the phone number, which are tried first by whoever guesses.</summary>
internal sealed class PasswordIsNotTheName : IPasswordValidator<User>
{
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        string?[] known = [user.UserName, user.PhoneNumber];
        var guessable = password is not null
            && known.Any(text => text is { Length: >= 4 } && password.Contains(text, StringComparison.OrdinalIgnoreCase));
        return Task.FromResult(guessable
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordHoldsName", Description = "密码里不要有用户名或手机号，请换一个" })
            : IdentityResult.Success);
    }
}
