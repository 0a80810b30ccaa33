namespace PerformanceRecords.Domain;

/// <summary>A rule that was broken by a person's mistake, worded for that person.</summary>
/// <param name="Code">Stable name of the rule, for tests and statistics.</param>
/// <param name="Field">Where to show it: a form field such as <c>Basic.PrjName</c> or <c>Contract[1].ContractMoney</c>, or empty for the whole form.</param>
/// <param name="Message">What is wrong and what to do, in Chinese.</param>
/// <param name="Suggestion">The text that was probably meant, for the person to take over with one click.</param>
public sealed record Breach(string Code, string Field, string Message, string? Suggestion = null);
