using System.Security.Cryptography;
using System.Text;
using PerformanceRecords.Data.Files;
using PerformanceRecords.Domain.Letters;

namespace PerformanceRecords.Workflow.Letters;

/// <summary>函件存档: the frozen text of every signed letter, in the file store under the digest of its content.</summary>
public sealed class LetterArchive(FileStore files)
{
    private const long MostBytes = 8L * 1024 * 1024;

    /// <summary>Puts the text on file and answers with its SHA-256. A text that is on file twice is one file.</summary>
    public async Task<string> KeepAsync(Letter letter, CancellationToken cancellation)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(LetterText.Canonical(letter)));
        using var incoming = await files.ReceiveAsync(content, MostBytes, cancellation);
        incoming.Keep();
        return incoming.Sha256;
    }

    /// <summary>Why a signed letter is no longer what was archived; null where it is.</summary>
    public async Task<string?> ProblemOfAsync(Letter letter, CancellationToken cancellation)
    {
        if (letter.Digest is not { } digest)
        {
            return "no digest";
        }

        if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(LetterText.Canonical(letter)))) != digest)
        {
            return "text differs from its digest";
        }

        return await ProblemOfAsync("archive", digest, cancellation);
    }

    /// <summary>Why a file that was kept under its digest is no longer what it was; null where it is.</summary>
    public async Task<string?> ProblemOfAsync(string what, string digest, CancellationToken cancellation)
    {
        try
        {
            await using var archived = files.Open(digest);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(archived, cancellation)) == digest ? null : $"{what} differs from its digest";
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return $"{what} is missing";
        }
    }
}
