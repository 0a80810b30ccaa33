using System.Text.Json;

namespace PerformanceRecords.DataStandard;

/// <summary>预检: everything the written contract says about a body. Whoever sends asks beforehand, whoever takes asks again; both ask the same.</summary>
public static class ContractCheck
{
    public static IReadOnlyList<FieldError> Run(ContractSchemas schemas, string section, string prjNum, JsonElement body)
    {
        var errors = SchemaCheck.Run(schemas, section, body);
        return errors.Count > 0 ? errors : [.. CrossCheck.Run(section, prjNum, body)];
    }
}
