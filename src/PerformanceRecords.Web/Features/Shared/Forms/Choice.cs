using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Web.Features.Shared.Forms;

/// <summary>One item to choose from.</summary>
/// <param name="Group">What the item belongs to, where another field limits the choices.</param>
public sealed record Choice(string Value, string Text, string? Group = null)
{
    /// <summary>The items of a code table with their codes. Codes no longer in use are offered only where one is already chosen.</summary>
    public static IReadOnlyList<Choice> Of(CodeTable table, string chosen) =>
        [.. table.Items.Where(item => !item.Legacy || item.Code == chosen).Select(item => new Choice(item.Code, $"{item.Code} {item.Name}", item.Group))];
}
