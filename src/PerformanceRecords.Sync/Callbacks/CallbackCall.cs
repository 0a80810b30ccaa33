using System.Text.Json.Serialization;

namespace PerformanceRecords.Sync.Callbacks;

/// <summary>A call from a platform as it came, with what it was signed with.</summary>
public sealed record CallbackCall(string Method, string PathAndQuery, string KeyId, string Time, string Nonce, string Signature, byte[] Body);

/// <summary>What a platform announces.</summary>
/// <param name="Number">The platform's number of the announcement; a repeat carries the same.</param>
/// <param name="Status">accepted, shown or refused.</param>
public sealed record CallbackBody(
    [property: JsonRequired] string Number,
    [property: JsonRequired] string IdempotencyKey,
    [property: JsonRequired] string Status);

/// <summary>What came of it.</summary>
public enum CallbackResult
{
    /// <summary>New, and looked into.</summary>
    Noted,

    /// <summary>Announced before; nothing was done again.</summary>
    Known,

    /// <summary>We never sent anything under that key.</summary>
    UnknownSubmission,

    /// <summary>Not as agreed.</summary>
    Malformed,

    Unsigned,

    UnknownKey,

    ClockSkew,

    InvalidSignature,

    /// <summary>The same call was seen before.</summary>
    Replayed,
}
