namespace PerformanceRecords.DataStandard;

/// <summary>Check digits. Reckoned here anew, not taken from the portal: a platform that borrowed its caller's arithmetic could never disagree with it.</summary>
internal static class IdentifierCheck
{
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] CreditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] PersonWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static bool Fails(string check, string text) => check switch
    {
        "credit-code" => !(text.Length == 18 ? IsCreditCode(text) : IsOrganisationCode(text)),
        "id-number" => !IsPersonNumber(text),
        _ => throw new NotSupportedException($"The contract uses the check {check}, which is not enforced."),
    };

    private static bool IsCreditCode(string text)
    {
        var values = text.Select(c => CreditAlphabet.IndexOf(c, StringComparison.Ordinal)).ToArray();
        return values.All(v => v >= 0) && (31 - (CreditWeights.Zip(values, (w, v) => w * v).Sum() % 31)) % 31 == values[17];
    }

    private static bool IsOrganisationCode(string text)
    {
        if (text.Length != 10 || text[8] != '-')
        {
            return false;
        }

        var check = 11 - (OrganisationWeights.Zip(text, (w, c) => w * (char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10)).Sum() % 11);
        return text[9] == check switch { 10 => 'X', 11 => '0', _ => (char)('0' + check) };
    }

    private static bool IsPersonNumber(string text) =>
        text.Length == 18
        && text[..17].All(char.IsAsciiDigit)
        && DateOnly.TryParseExact(text[6..14], "yyyyMMdd", out _)
        && "10X98765432"[PersonWeights.Zip(text, (w, c) => w * (c - '0')).Sum() % 11] == char.ToUpperInvariant(text[17]);
}
