namespace PerformanceRecords.Web.Features.Errors;

/// <summary>The longer texts of a form that could not be taken, to be shown again so that nobody types them twice.</summary>
internal static class TypedTexts
{
    private const int Longer = 12;

    public static IReadOnlyList<string> Of(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return [];
        }

        try
        {
            return [.. request.Form.Where(field => !IsSecret(field.Key)).SelectMany(field => field.Value).OfType<string>().Where(IsText).Distinct()];
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or BadHttpRequestException)
        {
            // the form itself was what could not be read
            return [];
        }
    }

    private static bool IsSecret(string name) =>
        name.StartsWith("__", StringComparison.Ordinal) || name.Contains("password", StringComparison.OrdinalIgnoreCase);

    // ids, codes and dates are not what people mind losing
    private static bool IsText(string value) => value.Length >= Longer && value.Any(c => c > 0x2E80);
}
