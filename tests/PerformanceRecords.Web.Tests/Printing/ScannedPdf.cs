using System.Globalization;
using System.Text;

namespace PerformanceRecords.Web.Tests.Printing;

/// <summary>A PDF as scanners write it: each page is one JPEG.</summary>
internal static class ScannedPdf
{
    // A4 at 150 dots an inch
    public const int Width = 1240;
    public const int Height = 1754;

    public static byte[] Of(IReadOnlyList<byte[]> jpegs)
    {
        using var pdf = new MemoryStream();
        var places = new List<long>();
        Say("%PDF-1.4\n");
        Begin("<</Type/Catalog/Pages 2 0 R>>");
        End();
        Begin($"<</Type/Pages/Count {jpegs.Count}/Kids[{string.Join(' ', jpegs.Select((_, n) => $"{3 + (3 * n)} 0 R"))}]>>");
        End();
        foreach (var jpeg in jpegs)
        {
            var page = places.Count + 1;
            var draw = "595 0 0 842 0 0 cm /I Do";
            Begin($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I {page + 1} 0 R>>>>/Contents {page + 2} 0 R>>");
            End();
            Begin($"<</Type/XObject/Subtype/Image/Width {Width}/Height {Height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length {jpeg.Length}>>\nstream\n");
            pdf.Write(jpeg);
            Say("\nendstream");
            End();
            Begin($"<</Length {draw.Length}>>\nstream\n{draw}\nendstream");
            End();
        }

        var table = pdf.Position;
        Say($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(at => at.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n"))}");
        Say($"trailer\n<</Size {places.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return pdf.ToArray();

        void Begin(string text)
        {
            places.Add(pdf.Position);
            Say($"{places.Count} 0 obj\n{text}");
        }

        void End() => Say("\nendobj\n");

        void Say(string text) => pdf.Write(Encoding.ASCII.GetBytes(text));
    }
}
