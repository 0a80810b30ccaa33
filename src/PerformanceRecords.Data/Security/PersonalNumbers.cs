using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PerformanceRecords.Domain.Records;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Data.Security;

/// <summary>Seals identity numbers before they reach the database (AES-256-GCM, a fresh nonce each) and opens them for checks and pushes.</summary>
public sealed class PersonalNumbers
{
    private const string Mark = "sealed:1:";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly byte[] key;
    private readonly byte[] blindKey;

    public PersonalNumbers(IOptions<PersonalNumberOptions> options)
    {
        key = ReadKey(options.Value);
        blindKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, key.Length, info: "personal-number-search"u8.ToArray());
    }

    public static bool IsSealed(string text) => text.StartsWith(Mark, StringComparison.Ordinal);

    public string Seal(string text)
    {
        if (text.Length == 0 || IsSealed(text))
        {
            return text;
        }

        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        // one per call: the cipher does not bear two threads
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes));
        return Mark + Convert.ToBase64String(box);
    }

    public string Open(string text)
    {
        if (!IsSealed(text))
        {
            return text;
        }

        var box = Convert.FromBase64String(text[Mark.Length..]);
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>A section's content with its numbers open.</summary>
    public SectionValues Open(SectionValues values) => values.Any(IsSealed) ? values.Map((_, text) => Open(text)) : values;

    /// <summary>A keyed hash by which the same number is found again, and only by those who know it in full.</summary>
    public string BlindIndexOf(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(blindKey, Encoding.UTF8.GetBytes(IdNumber.Normalize(Open(text)))));

    /// <summary>As shown on screen: 3201**********1217.</summary>
    public string Mask(string text) => IdNumber.Mask(Open(text));

    private static byte[] ReadKey(PersonalNumberOptions options)
    {
        if (options.Key is { Length: > 0 } configured)
        {
            return Convert.FromBase64String(configured);
        }

        if (!File.Exists(options.KeyFile))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.KeyFile))!);
            var fresh = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            try
            {
                using var file = new FileStream(options.KeyFile, FileMode.CreateNew, FileAccess.Write);
                file.Write(Encoding.ASCII.GetBytes(fresh));
                file.Flush(flushToDisk: true);
            }
            catch (IOException) when (File.Exists(options.KeyFile))
            {
                // another instance was first; its key is the key
                return Convert.FromBase64String(File.ReadAllText(options.KeyFile).Trim());
            }
        }

        return Convert.FromBase64String(File.ReadAllText(options.KeyFile).Trim());
    }
}
