using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PerformanceRecords.Domain;

/// <summary>
/// Ids of rows: UUID version 7 (RFC 9562), a millisecond and 74 random bits, so rows stand in the order they were made in. Drawn for many at a time: an entity
/// makes itself one each time it is read from a row too, and asking the system for randomness costs more than the rest of reading the row.
/// </summary>
public static class RowId
{
    private const int Size = 16;
    private const int Drawn = 64;

    [ThreadStatic]
    private static byte[]? randomness;

    [ThreadStatic]
    private static int used;

    public static Guid New()
    {
        if (randomness is null || used == randomness.Length)
        {
            RandomNumberGenerator.Fill(randomness ??= new byte[Size * Drawn]);
            used = 0;
        }

        var bytes = randomness.AsSpan(used, Size);
        used += Size;
        var (fraction, variant) = (bytes[6], bytes[8]);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() << 16) | BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]));
        bytes[6] = (byte)((fraction & 0x0F) | 0x70);
        bytes[8] = (byte)((variant & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
