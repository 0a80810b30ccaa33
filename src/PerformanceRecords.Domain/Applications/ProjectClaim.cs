namespace PerformanceRecords.Domain.Applications;

/// <summary>
/// 在办占用: what an open filing keeps to itself while the portal has no record of its project: the project, or each contract of it where contracts are
/// gathered. Its key lets no second filing of the type by the same enterprise in; a filing about a record is kept single by the record.
/// </summary>
public sealed class ProjectClaim
{
    public required Guid EnterpriseId { get; init; }

    public required string TypeCode { get; init; }

    /// <summary>The project's number; with a contract's, where the type gathers contracts.</summary>
    public required string Value { get; init; }

    public required Guid ApplicationId { get; init; }

    /// <summary>What a filing of a type about this project keeps to itself.</summary>
    /// <param name="contracts">Numbers of its contracts, in the form in which spelling does not matter.</param>
    public static IEnumerable<string> ValuesOf(ApplicationType type, string? projectNumber, IEnumerable<string> contracts) =>
        string.IsNullOrEmpty(projectNumber) ? []
            : type.GathersContracts ? contracts.Select(contract => $"{projectNumber}/{contract}").Distinct()
            : [projectNumber];
}
