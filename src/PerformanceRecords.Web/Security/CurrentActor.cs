using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Web.Security;

/// <summary>The person who sent this request, as the domain's actor. Nothing below Web knows about cookies and claims.</summary>
public sealed class CurrentActor(IHttpContextAccessor accessor)
{
    /// <summary>Only on pages for people who are signed in.</summary>
    public Actor Value => accessor.HttpContext?.Actor() ?? throw new InvalidOperationException("Nobody is signed in.");
}
