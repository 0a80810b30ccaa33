using System.IO.Compression;

namespace PerformanceRecords.Workflow.Filing;

/// <summary>What a file is, judged by its content and never by its name.</summary>
/// <param name="ContentType">Null for anything that is not accepted as evidence.</param>
/// <param name="What">What it is, in Chinese, for the message.</param>
/// <param name="Advice">What to do instead.</param>
public sealed record FileContent(string? ContentType, string What, string Advice)
{
    public const string Accepted = "PDF、OFD、JPG、PNG";

    private static readonly FileContent Unknown = new(null, "无法识别的文件", $"请上传 {Accepted} 文件。");

    /// <param name="content">A stream that can seek, at its start.</param>
    public static FileContent Of(Stream content)
    {
        Span<byte> head = stackalloc byte[12];
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        head = head[..length];
        return head switch
        {
            [] => new(null, "空文件", "请检查原文件后重新选择。"),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => new("application/pdf", "PDF", ""),
            [0xFF, 0xD8, 0xFF, ..] => new("image/jpeg", "JPG", ""),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => new("image/png", "PNG", ""),
            [(byte)'P', (byte)'K', 0x03, 0x04, ..] => OfPackage(content),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => new(null, "旧版 Word 或 Excel 文档", "请用 Word 或 Excel 打开后“另存为 PDF”，或扫描盖章原件。"),
            [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => new(null, "程序文件", $"不能上传程序。请上传 {Accepted} 文件。"),
            [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] =>
                new(null, "压缩包", "请解压后逐个上传。"),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] or [(byte)'B', (byte)'M', ..] or [(byte)'I', (byte)'I', 0x2A, 0x00, ..] or [(byte)'M', (byte)'M', 0x00, 0x2A, ..] =>
                new(null, "GIF、BMP 或 TIFF 图片", "请另存为 JPG 或 PNG 后上传。"),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h', (byte)'e', (byte)'i', ..] =>
                new(null, "HEIC 照片", "请在手机相机设置里选“兼容性最佳”，或另存为 JPG 后上传。"),
            _ => Unknown,
        };
    }

    private static FileContent OfPackage(Stream content)
    {
        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (package.GetEntry("OFD.xml") is not null)
            {
                return new("application/ofd", "OFD", "");
            }

            const string SaveAsPdf = "请用原软件打开后“另存为 PDF”，或扫描盖章原件。";
            return package.Entries.Select(e => e.FullName.Split('/')[0]).FirstOrDefault(f => f is "word" or "xl" or "ppt") switch
            {
                "word" => new(null, "Word 文档", "请在 Word 中“另存为 PDF”，或扫描盖章原件。"),
                "xl" => new(null, "Excel 表格", SaveAsPdf),
                "ppt" => new(null, "PPT 演示文稿", SaveAsPdf),
                _ => new(null, "压缩包", "请解压后逐个上传。"),
            };
        }
        catch (InvalidDataException)
        {
            return new(null, "损坏的文件", "请检查原文件能否打开，再重新选择。");
        }
        finally
        {
            content.Position = 0;
        }
    }
}
