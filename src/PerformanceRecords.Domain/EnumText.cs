using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace PerformanceRecords.Domain;

/// <summary>The Chinese word of a value of an enumeration, as its declaration says it.</summary>
public static class EnumText
{
    public static string Text<T>(this T value)
        where T : struct, Enum => Words<T>.All.GetValueOrDefault(value) ?? value.ToString();

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> All = Enum.GetNames<T>()
            .Select(name => (Value: Enum.Parse<T>(name), typeof(T).GetField(name)!.GetCustomAttribute<DisplayAttribute>()?.Name))
            .Where(word => word.Name is not null)
            .ToFrozenDictionary(word => word.Value, word => word.Name!);
    }
}
