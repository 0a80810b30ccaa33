using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace PerformanceRecords.Web.Features.Applications;

/// <summary>
/// Reads a file out of a multipart form as it arrives, so that it lies neither in memory nor in a temporary file of the framework.
/// The antiforgery token comes in a header from scripts, and in the field before the file from a form without scripts.
/// </summary>
public sealed class UploadReader(IAntiforgery antiforgery)
{
    private const int TokenLength = 4096;
    private const string TokenField = "__RequestVerificationToken";
    private const string TokenHeader = "RequestVerificationToken";

    /// <summary>The first file that was chosen; null where none was, or the token is not right.</summary>
    public async Task<IncomingUpload?> OpenAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            return null;
        }

        var reader = new MultipartReader(boundary, request.Body) { BodyLengthLimit = null };
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                continue;
            }

            if (disposition.IsFileDisposition())
            {
                if (FileName(disposition) is { Length: > 0 } name && await antiforgery.IsRequestValidAsync(request.HttpContext))
                {
                    return new(name, section.Body);
                }
            }
            else if (disposition.Name == TokenField && !request.Headers.ContainsKey(TokenHeader))
            {
                request.Headers[TokenHeader] = await ReadTextAsync(section.Body, cancellation);
            }
        }

        return null;
    }

    /// <summary>A browser that is still sending does not read the answer, so what is left is read and dropped.</summary>
    public static async Task DrainAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            await request.Body.CopyToAsync(Stream.Null, cancellation);
        }
        catch (Exception gone) when (gone is IOException or BadHttpRequestException)
        {
            // nobody is left to answer, or nothing more is taken; either way the reading is over
            request.HttpContext.RequestServices.GetRequiredService<ILogger<UploadReader>>().LogDebug(gone, "The rest of an upload was not read");
        }
    }

    private static string FileName(ContentDispositionHeaderValue disposition) =>
        (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).ToString();

    private static async Task<string> ReadTextAsync(Stream body, CancellationToken cancellation)
    {
        var buffer = new byte[TokenLength];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }
}

/// <summary>A file on its way in.</summary>
public sealed record IncomingUpload(string FileName, Stream Content);
