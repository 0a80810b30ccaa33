using Microsoft.AspNetCore.Identity;
using PerformanceRecords.Domain;

namespace PerformanceRecords.Web.Features.Account;

/// <summary>What Identity finds wrong with a password, beside the field it belongs to.</summary>
internal static class PasswordBreaches
{
    public static IReadOnlyCollection<Breach> From(IdentityResult result, string newPassword, string currentPassword = "") =>
        [.. result.Errors.Select(error => new Breach(
            error.Code,
            error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? currentPassword : newPassword,
            error.Description))];
}
