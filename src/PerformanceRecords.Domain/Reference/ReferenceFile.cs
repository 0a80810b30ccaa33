using System.Text.Json;

namespace PerformanceRecords.Domain.Reference;

/// <summary>The reference data that travels inside this assembly.</summary>
internal static class ReferenceFile
{
    public static JsonDocument Open(string name)
    {
        using var stream = typeof(ReferenceFile).Assembly.GetManifestResourceStream(typeof(ReferenceFile), name)
            ?? throw new InvalidOperationException($"The reference file {name} is not embedded.");
        return JsonDocument.Parse(stream);
    }

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;

    public static string? TextOrNull(this JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) ? value.GetString() : null;
}
