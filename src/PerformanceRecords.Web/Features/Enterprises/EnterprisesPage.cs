using PerformanceRecords.Domain;
using PerformanceRecords.Domain.Actors;

namespace PerformanceRecords.Web.Features.Enterprises;

/// <summary>Which enterprises a list shows.</summary>
public enum EnterpriseView
{
    Pending,
    Confirmed,
    Refused,
}

/// <summary>One line of the list of enterprises.</summary>
public sealed record EnterpriseRow(
    Guid Id, string Name, string CreditCode, string RegionCode, string? ContactName, string? ContactPhone, DateTime RegisteredAt, DateTime? ConfirmedAt, DateTime? RefusedAt);

/// <summary>A page of the list of enterprises.</summary>
/// <param name="Next">The last row, where there are more.</param>
public sealed record EnterprisesPage(EnterpriseView View, string Text, IReadOnlyList<EnterpriseRow> Rows, Guid? Next, bool Further);

/// <summary>An account of an enterprise.</summary>
public sealed record EnterprisePerson(Guid Id, string FullName, string UserName, string? Phone, DateTime? LastSignInAt, bool Disabled);

/// <summary>One enterprise with its people, and what the city may say about it.</summary>
/// <param name="Responsible">Read by the city it is registered with, which confirms it and helps its people to a new password.</param>
public sealed record EnterpriseDetails(Organisation Enterprise, IReadOnlyList<EnterprisePerson> People, bool Responsible)
{
    public string Reason { get; init; } = "";

    public IReadOnlyCollection<Breach> Breaches { get; init; } = [];
}
