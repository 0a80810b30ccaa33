using Microsoft.AspNetCore.Authorization;
using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Web.Security;

/// <summary>Which levels, and with which mark of a person, may open a page. What they see there, and what they may do with it, the queries and the route decide.</summary>
public static class Policies
{
    public const string Enterprise = nameof(Enterprise);
    public const string City = nameof(City);
    public const string Province = nameof(Province);

    /// <summary>Everyone who takes steps of review: county, city, province, ministry.</summary>
    public const string Reviewer = nameof(Reviewer);

    /// <summary>Reviewers, and the auditor who reads along.</summary>
    public const string ReviewReader = nameof(ReviewReader);

    /// <summary>Those who write letters: city and province.</summary>
    public const string LetterWriter = nameof(LetterWriter);

    /// <summary>Those who keep their bureau's letter templates: of the writers, the 本单位管理员.</summary>
    public const string TemplateKeeper = nameof(TemplateKeeper);

    /// <summary>Those who see letters: city, province, ministry, auditor; and enterprises the notices to them.</summary>
    public const string LetterReader = nameof(LetterReader);

    /// <summary>Those who see pushes and ports of everybody: province and auditor.</summary>
    public const string PlatformReader = nameof(PlatformReader);

    /// <summary>Those who see enterprises: the city that confirms them, province, auditor.</summary>
    public const string EnterpriseReader = nameof(EnterpriseReader);

    /// <summary>推送监控: province, administrator, and the auditor who reads along.</summary>
    public const string PushReader = nameof(PushReader);

    /// <summary>Those who may resend and park pushes and close fuses.</summary>
    public const string PushOperator = nameof(PushOperator);

    /// <summary>Those who see supplement ports, each what is theirs: enterprise, city, province, auditor.</summary>
    public const string PortReader = nameof(PortReader);

    /// <summary>待匹配施工许可: those who join permits to projects, and the auditor who reads along.</summary>
    public const string PermitReader = nameof(PermitReader);

    /// <summary>Those who enter, join and set aside construction permits: county, city, province.</summary>
    public const string PermitClerk = nameof(PermitClerk);

    /// <summary>Those who look for people by their full number, each among what is theirs to see: everyone but the administrator.</summary>
    public const string PersonSearcher = nameof(PersonSearcher);

    /// <summary>Those who give a one-time password to whoever forgot theirs: the city to its enterprises, the administrator to everybody.</summary>
    public const string PasswordHelper = nameof(PasswordHelper);

    /// <summary>Those who read the audit log: auditor and administrator.</summary>
    public const string AuditReader = nameof(AuditReader);

    public const string Administrator = nameof(Administrator);

    private static readonly (string Name, Level[] Levels, Func<Actor, bool>? And)[] All =
    [
        (Enterprise, [Level.Enterprise], null),
        (City, [Level.City], null),
        (Province, [Level.Province], null),
        (Reviewer, [Level.County, Level.City, Level.Province, Level.Ministry], null),
        (ReviewReader, [Level.County, Level.City, Level.Province, Level.Ministry, Level.Auditor], null),
        (LetterWriter, [Level.City, Level.Province], null),
        (TemplateKeeper, [Level.City, Level.Province], actor => actor.MayAdminister),
        (LetterReader, [Level.Enterprise, Level.City, Level.Province, Level.Ministry, Level.Auditor], null),
        (PlatformReader, [Level.Province, Level.Auditor], null),
        (EnterpriseReader, [Level.City, Level.Province, Level.Auditor], null),
        (PushReader, [Level.Province, Level.Auditor, Level.Administrator], null),
        (PushOperator, [Level.Province, Level.Administrator], null),
        (PortReader, [Level.Enterprise, Level.City, Level.Province, Level.Auditor], null),
        (PermitReader, [Level.County, Level.City, Level.Province, Level.Auditor], null),
        (PermitClerk, [Level.County, Level.City, Level.Province], null),
        (PersonSearcher, [Level.Enterprise, Level.County, Level.City, Level.Province, Level.Ministry, Level.Auditor], null),
        (PasswordHelper, [Level.City, Level.Administrator], null),
        (AuditReader, [Level.Auditor, Level.Administrator], null),
        (Administrator, [Level.Administrator], null),
    ];

    /// <summary>Signed in everywhere, unless a page says that it is public.</summary>
    public static IServiceCollection AddPortalPolicies(this IServiceCollection services)
    {
        var builder = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var (name, levels, and) in All)
        {
            builder.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireAssertion(context =>
                context.Resource is HttpContext http && http.Actor() is { } actor && levels.Contains(actor.Level) && (and is null || and(actor))));
        }

        return services;
    }
}
