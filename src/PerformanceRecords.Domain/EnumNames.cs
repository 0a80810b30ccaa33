using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace PerformanceRecords.Domain;

/// <summary>The names of the domain's enum values: Chinese as pages and documents say them, English as addresses and forms carry them.</summary>
public static class EnumNames
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    public static string Chinese(this Enum value) => Names.GetOrAdd(value, v =>
        v.GetType().GetField(v.ToString())?.GetCustomAttribute<DisplayAttribute>()?.Name ?? v.ToString());

    /// <summary>The value of this name; a number, which would be taken for any value, names none.</summary>
    public static T? Named<T>(string? text)
        where T : struct, Enum =>
        Array.Find(Enum.GetNames<T>(), name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;
}
