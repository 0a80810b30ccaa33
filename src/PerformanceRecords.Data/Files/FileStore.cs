using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace PerformanceRecords.Data.Files;

/// <summary>Uploaded files by the SHA-256 of their content, in a local folder. A file is whole and on disk before its name exists.</summary>
public sealed class FileStore(IOptions<FileStoreOptions> options)
{
    private const int BufferBytes = 81920;
    private readonly string folder = Path.GetFullPath(options.Value.Folder);

    /// <summary>Takes a stream up to a limit, to be looked at before it is kept.</summary>
    /// <exception cref="FileTooLargeException">The content is longer than <paramref name="maxBytes"/>.</exception>
    public async Task<IncomingFile> ReceiveAsync(Stream content, long maxBytes, CancellationToken cancellation)
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
            return new IncomingFile(temporary, PathOf(sha256), sha256, size);
        }
        catch
        {
            File.Delete(temporary);
            throw;
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

/// <summary>A file that has arrived whole but is not kept yet; disposing it unkept throws it away.</summary>
public sealed class IncomingFile : IDisposable
{
    private readonly string temporary;
    private readonly string place;

    internal IncomingFile(string temporary, string place, string sha256, long size)
    {
        this.temporary = temporary;
        this.place = place;
        Sha256 = sha256;
        Size = size;
    }

    /// <summary>Lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Bytes.</summary>
    public long Size { get; }

    public Stream OpenRead() => File.OpenRead(temporary);

    public void Keep()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(temporary, place, overwrite: true);
    }

    public void Dispose() => File.Delete(temporary);
}

/// <summary>The content is longer than the item allows.</summary>
public sealed class FileTooLargeException(long maxBytes) : Exception($"Longer than {maxBytes} bytes.")
{
    public long MaxBytes { get; } = maxBytes;
}
