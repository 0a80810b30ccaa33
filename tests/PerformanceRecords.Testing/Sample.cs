using System.IO.Compression;
using System.Text;

namespace PerformanceRecords.Testing;

/// <summary>A file as a person would choose it: its name, its content, and the type the browser claims.</summary>
public sealed record SampleFile(string Name, string ContentType, byte[] Content);

/// <summary>Small files made in code: genuine ones of each accepted kind, and ones that only pretend.</summary>
public static class Sample
{
    private static readonly byte[] SmallJpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweH"
        + "igjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAA"
        + "AAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAABP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AJwBgr//2Q==");

    private static readonly byte[] OnePixelPng = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static SampleFile Pdf(string name = "合同.pdf", string text = "Contract") => new(name, "application/pdf", PdfOf(text));

    public static SampleFile Jpg(string name = "照片.jpg") => new(name, "image/jpeg", SmallJpeg);

    public static SampleFile Png(string name = "截图.png") => new(name, "image/png", OnePixelPng);

    public static SampleFile Ofd(string name = "合格书.ofd") => new(name, "application/ofd", Zip(
        ("OFD.xml", """<?xml version="1.0" encoding="UTF-8"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"""),
        ("Doc_0/Document.xml", """<?xml version="1.0" encoding="UTF-8"?><ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:MaxUnitID>1</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages/></ofd:Document>""")));

    /// <summary>A Windows program whose name ends in .pdf.</summary>
    public static SampleFile ProgramNamedPdf(string name = "合同.pdf") =>
        new(name, "application/pdf", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, .. new byte[120], .. "PE\0\0This program cannot be run in DOS mode."u8]);

    /// <summary>A Word document whose name ends in .pdf.</summary>
    public static SampleFile WordNamedPdf(string name = "合同.pdf") => new(name, "application/pdf", WordDocument());

    /// <summary>A Word document whose name ends in .ofd: both are zip archives, so only the inside tells them apart.</summary>
    public static SampleFile WordNamedOfd(string name = "合格书.ofd") => new(name, "application/ofd", WordDocument());

    /// <summary>A web page with a script that carries the mark of a PDF further down: harmless to one reader, not to another.</summary>
    public static SampleFile PageWithPdfInside(string name = "合同.pdf") =>
        new(name, "application/pdf", [.. "<html><script>document.title='x'</script></html>\n"u8, .. PdfOf("Contract")]);

    /// <summary>A picture that continues as a web page.</summary>
    public static SampleFile PngWithPageBehind(string name = "截图.png") =>
        new(name, "image/png", [.. OnePixelPng, .. "<html><script>document.title='x'</script></html>"u8]);

    /// <summary>An archive that unpacks to far more than it weighs.</summary>
    public static SampleFile Bomb(string name = "合格书.ofd", int megabytes = 64) =>
        new(name, "application/ofd", Zip(("OFD.xml", new string(' ', megabytes << 20))));

    public static SampleFile Empty(string name = "合同.pdf") => new(name, "application/pdf", []);

    /// <summary>A genuine PDF of exactly that many bytes.</summary>
    public static SampleFile PdfOfSize(int bytes, string name = "图纸.pdf")
    {
        var padding = bytes - PdfOf("Drawing").Length;
        var content = PdfOf("Drawing", padding);
        // offsets that grow by a digit make the table of contents longer
        return content.Length == bytes ? new SampleFile(name, "application/pdf", content)
            : new SampleFile(name, "application/pdf", PdfOf("Drawing", padding - (content.Length - bytes)));
    }

    private static byte[] PdfOf(string text, int padding = 0)
    {
        var drawing = $"BT /F1 24 Tf 72 720 Td ({text}) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {drawing.Length}>>stream\n{drawing}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        const string Head = "%PDF-1.4\n";
        var file = new StringBuilder();
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(Head.Length + padding + file.Length);
            file.Append(i + 1).Append(" 0 obj").Append(objects[i]).Append("endobj\n");
        }

        var table = Head.Length + padding + file.Length;
        file.Append("xref\n0 ").Append(objects.Length + 1).Append("\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(offset.ToString("D10", null)).Append(" 00000 n \n"));
        file.Append("trailer<</Size ").Append(objects.Length + 1).Append("/Root 1 0 R>>\nstartxref\n").Append(table).Append("\n%%EOF\n");
        var content = new byte[Head.Length + padding + file.Length];
        Array.Fill(content, (byte)' ');
        Encoding.ASCII.GetBytes(Head, content);
        Encoding.ASCII.GetBytes(file.ToString(), content.AsSpan(Head.Length + padding));
        return content;
    }

    private static byte[] WordDocument() => Zip(
        ("[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"""),
        ("word/document.xml", """<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>"""));

    private static byte[] Zip(params (string Path, string Text)[] entries)
    {
        var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in entries)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return buffer.ToArray();
    }
}
