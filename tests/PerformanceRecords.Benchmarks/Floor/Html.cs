using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PerformanceRecords.Benchmarks.Floor;

/// <summary>Writes HTML as UTF-8, texts encoded.</summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly ArrayBufferWriter<byte> bytes = new(48 * 1024);

    public ReadOnlyMemory<byte> Written => bytes.WrittenMemory;

    public void Raw(ReadOnlySpan<byte> html) => bytes.Write(html);

    public void Text(string? text)
    {
        if (text is not null)
        {
            Encoding.UTF8.GetBytes(Encoder.Encode(text), bytes);
        }
    }

    public void Id(Guid id)
    {
        Utf8Formatter.TryFormat(id, bytes.GetSpan(36), out var written);
        bytes.Advance(written);
    }

    public void Number(int number)
    {
        Utf8Formatter.TryFormat(number, bytes.GetSpan(11), out var written);
        bytes.Advance(written);
    }

    public void Day(DateOnly day)
    {
        day.TryFormat(bytes.GetSpan(10), out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        bytes.Advance(written);
    }

    public void Moment(DateTime moment)
    {
        moment.TryFormat(bytes.GetSpan(16), out var written, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        bytes.Advance(written);
    }
}
