using System.Linq.Expressions;
using FluentValidation;
using FluentValidation.Results;
using PerformanceRecords.Domain.Reference;

namespace PerformanceRecords.Domain.Records;

/// <summary>
/// The rules of a section that look at more than one field. What concerns one field alone is said in its
/// <see cref="FieldAttribute"/>; a field that already breaks its own shape is not judged a second time.
/// </summary>
/// <typeparam name="T">The typed row.</typeparam>
public abstract class SectionValidator<T> : AbstractValidator<T>
{
    internal const string ContextKey = "section";

    /// <summary>A rule that must hold: the message says what is wrong, null that all is well.</summary>
    protected void Refuse<TField>(Expression<Func<T, TField>> field, string code, Func<T, SectionContext, string?> message) =>
        Judge(field, code, Severity.Error, message);

    /// <summary>A plausibility: shown to filer and reviewer, never blocking.</summary>
    protected void Doubt<TField>(Expression<Func<T, TField>> field, string code, Func<T, SectionContext, string?> message) =>
        Judge(field, code, Severity.Info, message);

    /// <summary>Two fields that are filled in together or not at all, such as a unit's name and its code.</summary>
    protected void Pair(Expression<Func<T, string?>> first, string firstLabel, Expression<Func<T, string?>> second, string secondLabel)
    {
        var (one, other) = (first.Compile(), second.Compile());
        Refuse(first, "pair", (row, _) => one(row) is null && other(row) is not null ? $"填了{secondLabel}，请把{firstLabel}也填上" : null);
        Refuse(second, "pair", (row, _) => other(row) is null && one(row) is not null ? $"填了{firstLabel}，请把{secondLabel}也填上" : null);
    }

    /// <summary>A number the national platform gave: it names this project, and its letters this kind of row (null where any will do).</summary>
    protected void NationalNumber(Expression<Func<T, string?>> field, Func<T, string?> letters)
    {
        var number = field.Compile();
        Refuse(field, "other-project", (row, context) =>
            number(row) is { } own && context.Texts(Sections.Basic, "PrjNum").FirstOrDefault() is { Length: 16 } project && SectionNumber.ProjectNumberOf(own) != project
                ? $"这个编号属于项目 {SectionNumber.ProjectNumberOf(own)}，本项目是 {project}，请核对"
                : null);
        Refuse(field, "letters", (row, _) =>
            number(row) is { } own && letters(row) is { } expected && SectionNumber.LettersOf(own) != expected
                ? $"这里的编号中间应为 {expected}，现在是 {SectionNumber.LettersOf(own)}，请核对"
                : null);
    }

    private void Judge<TField>(Expression<Func<T, TField>> field, string code, Severity severity, Func<T, SectionContext, string?> message) =>
        RuleFor(field).Custom((_, validation) =>
        {
            if (message(validation.InstanceToValidate, (SectionContext)validation.RootContextData[ContextKey]) is { } text)
            {
                validation.AddFailure(new ValidationFailure(validation.PropertyPath, text) { ErrorCode = code, Severity = severity });
            }
        });
}
