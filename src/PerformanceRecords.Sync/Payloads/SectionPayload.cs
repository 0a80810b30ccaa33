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
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Write(PushMessage message)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteString("PrjNum", message.ProjectNumber);
            json.WriteString("SourceNum", message.RecordId.ToString("N"));
            json.WriteString("DataLevel", message.Grade.ToString());
            // the basic information follows the section that carries it, so its shown grade is not the one on file
            if (message.FromGrade is { } from && from < message.Grade && message.Section != Sections.Basic)
            {
                json.WriteString("FromDataLevel", from.ToString());
            }

            json.WriteString("DataSource", message.DataSource);
            json.WriteString("UpdateFlag", "U");
            json.WriteString("RegionNum", message.CityCode);
            json.WriteString("CheckDepartName", message.ApprovedBy.Length > 50 ? message.ApprovedBy[..50] : message.ApprovedBy);
            json.WriteStartArray("Rows");
            Rows(json, message);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private void Rows(Utf8JsonWriter json, PushMessage message)
    {
        var definition = SectionDefinitions.Of(message.Section);
        var contract = ContractSection.Of(message.Section);
        var given = new Dictionary<string, int>();
        foreach (var row in message.Content.Rows)
        {
            json.WriteStartObject();
            json.WriteString("PrjNum", message.ProjectNumber);
            json.WriteString(contract.InnerNumber, InnerNumber(message, definition, row, given));
            foreach (var field in definition.Fields)
            {
                if (field.NationalCode != "PrjNum" && row.TryGetValue(field.Key, out var text) && text.Length > 0)
                {
                    Field(json, field, text);
                }
            }

            json.WriteEndObject();
        }
    }

    private void Field(Utf8JsonWriter json, FieldDefinition field, string text)
    {
        switch (field.Kind)
        {
            case FieldKind.Money or FieldKind.Number:
                // 320.50 and 320.5 are the same number and must give the same bytes
                json.WriteNumber(field.NationalCode, decimal.Parse(text, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m);
                break;
            case FieldKind.WholeNumber or FieldKind.YesNo:
                json.WriteNumber(field.NationalCode, int.Parse(text, CultureInfo.InvariantCulture));
                break;
            case FieldKind.IdNumber:
                json.WriteString(field.NationalCode, numbers.Open(text));
                break;
            case FieldKind.Region:
                json.WriteString("ProvinceNum", text[..2] + "0000");
                json.WriteString("CityNum", text[..4] + "00");
                json.WriteString(field.NationalCode, text);
                break;
            default:
                json.WriteString(field.NationalCode, text);
                break;
        }
    }

    // what tells rows apart makes the number, so a row keeps it when others come or go; the record's id salts it
    private string InnerNumber(PushMessage message, SectionDefinition definition, IReadOnlyDictionary<string, string> row, Dictionary<string, int> given)
    {
        if (message.Section == Sections.Basic)
        {
            return "JS" + message.ProjectNumber;
        }

        var key = string.Join('\n', definition.Fields.Where(f => f.RowKey).Select(f => numbers.Open(row.GetValueOrDefault(f.Key, ""))));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{message.RecordId:N}\n{key}")))[..12];
        var same = given[digest] = given.GetValueOrDefault(digest) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{message.RecordId:N}-{digest}-{same}");
    }
}
