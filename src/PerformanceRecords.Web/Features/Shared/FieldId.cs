namespace PerformanceRecords.Web.Features.Shared;

/// <summary>The id of a field's element, derived from its name so that an error summary finds it: Contract[1].ContractMoney → Contract-1-ContractMoney.</summary>
public static class FieldId
{
    public static string Of(string name) =>
        name.Replace("]", "", StringComparison.Ordinal).Replace('[', '-').Replace('.', '-');
}
