using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Data.Mappings;

/// <summary>How JSON columns are written: Chinese as itself.</summary>
public static class ColumnJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };
}

/// <summary>Every time in the database is UTC and comes back marked so.</summary>
public sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    time => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc),
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));

/// <summary>A section's content as one JSON column.</summary>
public sealed class SectionValuesConverter() : ValueConverter<SectionValues, string>(
    values => JsonSerializer.Serialize(values.Rows, ColumnJson.Options),
    json => Read(json))
{
    private static SectionValues Read(string json) =>
        new([.. JsonSerializer.Deserialize<Dictionary<string, string>[]>(json, ColumnJson.Options) ?? []]);
}

/// <summary>Content is compared by what it says.</summary>
public sealed class SectionValuesComparer() : ValueComparer<SectionValues>(
    (a, b) => a == null ? b == null : a.Equals(b),
    values => values.GetHashCode(),
    values => values);
