using System.Text.Json;
using System.Text.Json.Serialization;
using PerformanceRecords.PlatformSandbox.Calls;

namespace PerformanceRecords.PlatformSandbox.Facts;

/// <summary>Something the platforms must still know after a restart.</summary>
[JsonDerivedType(typeof(FactEntry), "fact")]
[JsonDerivedType(typeof(AlterationEntry), "alteration")]
[JsonDerivedType(typeof(CallEntry), "call")]
[JsonDerivedType(typeof(ClearedEntry), "cleared")]
public abstract record JournalEntry;

public sealed record FactEntry(Fact Fact) : JournalEntry;

/// <summary>The platform changed a shown section, or took it away, on its own.</summary>
public sealed record AlterationEntry(string Channel, string PrjNum, string Section, string Source, Fact? Replacement) : JournalEntry;

public sealed record CallEntry(Call Call) : JournalEntry;

public sealed record ClearedEntry(DateTime At) : JournalEntry;

/// <summary>Append-only file, one JSON entry a line. A line cut short by a crash was never answered for, so it is dropped.</summary>
public sealed class Journal : IDisposable
{
    private readonly FileStream? file;
    private readonly Lock gate = new();

    public Journal(string? path)
    {
        if (path is null)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
    }

    /// <summary>Everything written so far; afterwards the journal stands at its end.</summary>
    public IEnumerable<JournalEntry> Replay()
    {
        if (file is null)
        {
            yield break;
        }

        file.Position = 0;
        var whole = 0L;
        using (var reader = new StreamReader(file, leaveOpen: true))
        {
            while (reader.ReadLine() is { } line)
            {
                if (Parse(line) is not { } entry)
                {
                    break;
                }

                whole += System.Text.Encoding.UTF8.GetByteCount(line) + 1;
                yield return entry;
            }
        }

        file.SetLength(Math.Min(whole, file.Length));
        file.Position = file.Length;
    }

    public void Append(JournalEntry entry)
    {
        if (file is null)
        {
            return;
        }

        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(entry), (byte)'\n'];
        lock (gate)
        {
            file.Write(line);
            file.Flush();
        }
    }

    public void Dispose() => file?.Dispose();

    private static JournalEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalEntry>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
