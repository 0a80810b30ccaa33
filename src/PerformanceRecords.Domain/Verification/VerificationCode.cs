using System.Security.Cryptography;

namespace PerformanceRecords.Domain.Verification;

/// <summary>核验码: twelve random characters by which anyone can check a paper. Nothing about them can be guessed or counted up.</summary>
public static class VerificationCode
{
    public const int Length = 12;

    // no 0 O, 1 I L, U V: what people misread on paper
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>What somebody typed, without hyphens and blanks and in capitals; null where it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        var code = string.Concat((typed ?? "").Where(c => c is not ('-' or ' ' or '　' or '－'))).ToUpperInvariant();
        return code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }

    /// <summary>As it stands on paper: 7K2M-9QXD-4TRW.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(part => new string(part)));
}
