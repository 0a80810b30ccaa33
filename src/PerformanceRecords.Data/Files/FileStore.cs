using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace PerformanceRecords.Data.Files;

/// <summary>Uploaded files by the SHA-256 of their content, in a local folder. A file is whole and on disk before its name exists.</summary>
public sealed class FileStore(IOptions<FileStoreOptions> options)
{
    private const int BufferBytes = 81920;
    private readonly string folder = Path.GetFullPath(options.Value.Folder);

    /// <summary>Takes a stream up to a limit.</summary>
    /// <exception cref="FileTooLargeException">The content is longer than <paramref name="maxBytes"/>.</exception>
    public async Task<StoredFile> SaveAsync(Stream content, long maxBytes, CancellationToken cancellation)
    {
        var incoming = Path.Combine(folder, "incoming");
        Directory.CreateDirectory(incoming);
        var temporary = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long size = 0;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true))
            {
                var buffer = new byte[BufferBytes];
                for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
                {
                    size += read;
                    if (size > maxBytes)
                    {
                        throw new FileTooLargeException(maxBytes);
                    }

                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                }

                file.Flush(flushToDisk: true);
            }

            var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            var place = PathOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(temporary, place, overwrite: true);
            return new StoredFile(sha256, size);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Stream Open(string sha256) =>
        new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, useAsync: true);

    // only ever built from a digest, so a name from outside cannot leave the folder
    private string PathOf(string sha256)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException("Not a SHA-256 digest.", nameof(sha256));
        }

        return Path.Combine(folder, sha256[..2], sha256[2..4], sha256);
    }
}

/// <summary>A file as the store holds it.</summary>
/// <param name="Sha256">Digest and name, lower-case hexadecimal.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(string Sha256, long Size);

/// <summary>The content is longer than the item allows.</summary>
public sealed class FileTooLargeException(long maxBytes) : Exception($"Longer than {maxBytes} bytes.")
{
    public long MaxBytes { get; } = maxBytes;
}
