using System.Text.Json;
using System.Text.Json.Serialization;

namespace PerformanceRecords.Web.Features.Api;

/// <summary>Takes a number where a text is asked for: senders write amounts as either.</summary>
internal sealed class LooseText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                using (var number = JsonDocument.ParseValue(ref reader))
                {
                    return number.RootElement.GetRawText();
                }

            default:
                throw new JsonException("A text or a number is expected.");
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
