using System.Security.Cryptography;
using System.Text.Json;
using PerformanceRecords.DataStandard;
using PerformanceRecords.Domain.Publication;

namespace PerformanceRecords.Sync.Payloads;

/// <summary>Writes the very bytes that would be sent, and holds them against the published contract.</summary>
public sealed class DryRun(SectionPayload payloads, ContractSchemas schemas) : IDryRun
{
    public IReadOnlyList<Objection> Check(PushMessage message)
    {
        byte[] payload;
        try
        {
            payload = payloads.Write(message);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or CryptographicException)
        {
            return [new(message.Destination, message.Section, 0, "", "内容无法写成数据标准的格式，请核对金额、数值和证件号码")];
        }

        using var body = JsonDocument.Parse(payload);
        var contract = ContractSection.Of(message.Section);
        return
        [
            .. ContractCheck.Run(schemas, contract.Slug, message.ProjectNumber, body.RootElement)
                .Select(e => new Objection(message.Destination, message.Section, e.Row, e.Field, e.Message)),
        ];
    }
}
