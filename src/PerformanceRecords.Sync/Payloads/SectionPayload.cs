using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerformanceRecords.Data.Security;
using PerformanceRecords.Domain.Publication;
using PerformanceRecords.Domain.Records;

namespace PerformanceRecords.Sync.Payloads;

/// <summary>Writes a section in the fields, codes and formats of the national data standard. The same message always gives the same bytes.</summary>
public sealed class SectionPayload(PersonalNumbers numbers)
{
    private const int UsualLength = 4096;
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Dictionary<Sections, Form> Forms = ContractSection.All.ToDictionary(s => s.Section, s => new Form(s, SectionDefinitions.Of(s.Section)));

    public byte[] Write(PushMessage message)
    {
        var buffer = new ArrayBufferWriter<byte>(UsualLength);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteString("PrjNum"u8, message.ProjectNumber);
            json.WriteString("SourceNum"u8, message.RecordId.ToString("N"));
            json.WriteString("DataLevel"u8, message.Grade.ToString());
            // the basic information follows the section that carries it, so its shown grade is not the one on file
            if (message.FromGrade is { } from && from < message.Grade && message.Section != Sections.Basic)
            {
                json.WriteString("FromDataLevel"u8, from.ToString());
            }

            json.WriteString("DataSource"u8, message.DataSource);
            json.WriteString("UpdateFlag"u8, "U"u8);
            json.WriteString("RegionNum"u8, message.CityCode);
            json.WriteString("CheckDepartName"u8, message.ApprovedBy.Length > 50 ? message.ApprovedBy[..50] : message.ApprovedBy);
            json.WriteStartArray("Rows"u8);
            Rows(json, message);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private void Rows(Utf8JsonWriter json, PushMessage message)
    {
        var form = Forms[message.Section];
        var given = new Dictionary<string, int>();
        foreach (var row in message.Content.Rows)
        {
            // numbers of persons are opened once for both: what tells rows apart, and what is written
            var texts = Array.ConvertAll(form.Fields, f => row.TryGetValue(f.Key, out var text) ? f.MayBeSealed ? numbers.Open(text) : text : "");
            json.WriteStartObject();
            json.WriteString("PrjNum"u8, message.ProjectNumber);
            json.WriteString(form.InnerNumber, InnerNumber(message, form, texts, given));
            for (var i = 0; i < texts.Length; i++)
            {
                if (form.Fields[i].IsWritten && texts[i].Length > 0)
                {
                    Field(json, form.Fields[i], texts[i]);
                }
            }

            json.WriteEndObject();
        }
    }

    private static void Field(Utf8JsonWriter json, FormField field, string text)
    {
        switch (field.Kind)
        {
            case FieldKind.Money or FieldKind.Number:
                // 320.50 and 320.5 are the same number and must give the same bytes
                json.WriteNumber(field.Name, decimal.Parse(text, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m);
                break;
            case FieldKind.WholeNumber or FieldKind.YesNo:
                json.WriteNumber(field.Name, int.Parse(text, CultureInfo.InvariantCulture));
                break;
            case FieldKind.Region:
                json.WriteString("ProvinceNum"u8, text[..2] + "0000");
                json.WriteString("CityNum"u8, text[..4] + "00");
                json.WriteString(field.Name, text);
                break;
            default:
                json.WriteString(field.Name, text);
                break;
        }
    }

    // what tells rows apart makes the number, so a row keeps it when others come or go; the record's id salts it
    private static string InnerNumber(PushMessage message, Form form, string[] texts, Dictionary<string, int> given)
    {
        if (message.Section == Sections.Basic)
        {
            return "JS" + message.ProjectNumber;
        }

        var key = string.Join('\n', texts.Where((_, i) => form.Fields[i].TellsRowsApart));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{message.RecordId:N}\n{key}")))[..12];
        var same = given[digest] = given.GetValueOrDefault(digest) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{message.RecordId:N}-{digest}-{same}");
    }

    /// <summary>How a section is written, worked out once.</summary>
    private sealed class Form(ContractSection contract, SectionDefinition definition)
    {
        public JsonEncodedText InnerNumber { get; } = JsonEncodedText.Encode(contract.InnerNumber);

        public FormField[] Fields { get; } = [.. definition.Fields.Select(f => new FormField(
            f.Key, JsonEncodedText.Encode(f.NationalCode), f.Kind, f.RowKey, f.NationalCode != "PrjNum", PersonalNumberSealing.Covers(f.Key)))];
    }

    private sealed record FormField(string Key, JsonEncodedText Name, FieldKind Kind, bool TellsRowsApart, bool IsWritten, bool MayBeSealed);
}
