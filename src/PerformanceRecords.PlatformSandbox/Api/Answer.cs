using PerformanceRecords.PlatformSandbox.Facts;

namespace PerformanceRecords.PlatformSandbox.Api;

/// <summary>What a call gets; without a result the connection is cut.</summary>
internal sealed record Answer(int Status, string Outcome, IResult? Result);

/// <summary>What the caller may keep as proof of acceptance.</summary>
/// <param name="Status">accepted, shown once the public sees it, superseded once it sees newer content from the same source instead.</param>
/// <param name="Duplicate">It was on file before this call.</param>
internal sealed record Receipt(string Status, string Number, string IdempotencyKey, string PrjNum, string Section, string Grade, DateTime AcceptedAt, DateTime? ShownAt, string RequestDigest, bool Duplicate)
{
    public static Receipt Of(Fact fact, DateTime now, bool duplicate, bool superseded = false)
    {
        var shown = fact.VisibleAt <= now;
        return new Receipt(superseded ? "superseded" : shown ? "shown" : "accepted", fact.Receipt, fact.IdempotencyKey, fact.PrjNum, fact.Section, fact.Grade, fact.AcceptedAt, shown ? fact.VisibleAt : null, fact.RequestDigest, duplicate);
    }
}
