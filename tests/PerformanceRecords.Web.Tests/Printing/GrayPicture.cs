using System.Buffers.Binary;
using System.IO.Compression;

namespace PerformanceRecords.Web.Tests.Printing;

/// <summary>The greys of a PNG of eight bits without interlacing, as pdftoppm writes them.</summary>
internal sealed record GrayPicture(int Width, int Height, byte[] Pixels)
{
    private const int Block = 6;

    public static GrayPicture Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var (width, height) = (Number(bytes, 16), Number(bytes, 20));
        var channels = (bytes[24], bytes[25]) switch
        {
            (8, 0) => 1,
            (8, 2) => 3,
            _ => throw new InvalidDataException($"{file} is no picture of eight bits in grey or colour."),
        };

        using var packed = new MemoryStream();
        for (var at = 8; at < bytes.Length;)
        {
            var length = Number(bytes, at);
            if (bytes.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(bytes, at + 8, length);
            }

            at += length + 12;
        }

        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        var lines = Unfilter(rows, width * channels, height, channels);
        return new(width, height, [.. Enumerable.Range(0, width * height).Select(i => (byte)lines.AsSpan(i * channels, channels).ToArray().Average(c => c))]);
    }

    /// <summary>The share of small squares whose greys differ clearly: 0 is the same page, 1 another one altogether.</summary>
    public double DifferenceFrom(GrayPicture other)
    {
        if (Math.Abs(Width - other.Width) > 1 || Math.Abs(Height - other.Height) > 1)
        {
            return 1;
        }

        var (different, all) = (0, 0);
        for (var y = 0; y + Block <= Math.Min(Height, other.Height); y += Block)
        {
            for (var x = 0; x + Block <= Math.Min(Width, other.Width); x += Block)
            {
                all++;
                different += Math.Abs(GreyAt(x, y) - other.GreyAt(x, y)) > 40 ? 1 : 0;
            }
        }

        return (double)different / all;
    }

    private int GreyAt(int left, int top)
    {
        var sum = 0;
        for (var y = top; y < top + Block; y++)
        {
            for (var x = left; x < left + Block; x++)
            {
                sum += Pixels[(y * Width) + x];
            }
        }

        return sum / (Block * Block);
    }

    private static byte[] Unfilter(Stream rows, int width, int height, int step)
    {
        var pixels = new byte[width * height];
        var line = new byte[width];
        for (var y = 0; y < height; y++)
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(line);
            for (var x = 0; x < width; x++)
            {
                int left = x >= step ? pixels[(y * width) + x - step] : 0, above = y > 0 ? pixels[((y - 1) * width) + x] : 0;
                var corner = x >= step && y > 0 ? pixels[((y - 1) * width) + x - step] : 0;
                pixels[(y * width) + x] = (byte)(line[x] + filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    4 => Paeth(left, above, corner),
                    _ => throw new InvalidDataException($"There is no filter {filter}."),
                });
            }
        }

        return pixels;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }

    private static int Number(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at, 4));
}
