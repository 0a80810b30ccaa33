using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Options;
using QRCoder;

namespace PerformanceRecords.Web.Printing;

/// <summary>What every printed page needs: style and script in the page itself, the code as a QR picture, the seal.</summary>
public sealed class PrintedPage(IWebHostEnvironment environment, IOptions<PrintingOptions> options, PortalOptions portal)
{
    private readonly Lazy<string> style = new(() => Read(environment, "dist/paper.css"));
    private readonly Lazy<string> script = new(() => Read(environment, "dist/paper.js"));

    public IHtmlContent Style => new HtmlString(style.Value);

    public IHtmlContent Script => new HtmlString(script.Value);

    /// <summary>Where a code is checked.</summary>
    public string AddressOf(string code) => $"{portal.Address.TrimEnd('/')}/verify/{code}";

    /// <summary>The address as a QR picture, drawn as SVG.</summary>
    public IHtmlContent QrOf(string code)
    {
        using var data = QRCodeGenerator.GenerateQrCode(AddressOf(code), QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(data);
        return new HtmlString(drawing.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }

    /// <summary>The seal of an organisation as an address of its own; null where none is configured.</summary>
    public string? SealOf(string organisation)
    {
        if (!options.Value.Seals.TryGetValue(organisation, out var file) || !File.Exists(file))
        {
            return null;
        }

        var type = Path.GetExtension(file).ToUpperInvariant() switch { ".SVG" => "image/svg+xml", ".JPG" or ".JPEG" => "image/jpeg", _ => "image/png" };
        return $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(file))}";
    }

    private static string Read(IWebHostEnvironment environment, string path)
    {
        using var text = new StreamReader(environment.WebRootFileProvider.GetFileInfo(path).CreateReadStream());
        return text.ReadToEnd();
    }
}
