using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PerformanceRecords.Testing.Pages;

/// <summary>A page as a visitor has it before them. Where it does not hold what a test looks for, it says what it holds.</summary>
public sealed class Page(Visitor visitor, HttpStatusCode status, Uri address, IHtmlDocument document)
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>Where the visitor ended up, after all redirects.</summary>
    public Uri Address { get; } = address;

    public IHtmlDocument Document { get; } = document;

    /// <summary>All text of the page, blanks and line breaks run together.</summary>
    public string Text => Plain(Document.Body?.TextContent);

    public string Heading => Plain(Document.QuerySelector("h1")?.TextContent);

    public IElement this[string selector] =>
        Document.QuerySelector(selector) ?? throw new InvalidOperationException($"{Address} ({(int)Status}) has nothing like {selector}. It reads: {Excerpt}");

    public bool Has(string selector) => Document.QuerySelector(selector) is not null;

    public bool Says(string text) => Text.Contains(text, StringComparison.Ordinal);

    /// <summary>The texts of all elements that match.</summary>
    public IReadOnlyList<string> Texts(string selector) =>
        [.. Document.QuerySelectorAll(selector).Select(element => Plain(element.TextContent))];

    /// <summary>The form that matches, to be filled in and sent as a person would.</summary>
    public Form Form(string selector = "main form") =>
        new(visitor, this, this[selector] as IHtmlFormElement ?? throw new InvalidOperationException($"{selector} on {Address} is not a form."));

    /// <summary>The form that has a button with this word on it.</summary>
    public Form FormWith(string button)
    {
        var found = Document.QuerySelectorAll("button, input[type=submit]").FirstOrDefault(element => Pages.Form.WordOn(element) == button)
            ?? throw new InvalidOperationException($"{Address} ({(int)Status}) has no button {button}. It has: {string.Join("、", Buttons)}. It reads: {Excerpt}");
        var form = found is IHtmlButtonElement { Form: { } owner } ? owner : found.Closest("form") as IHtmlFormElement;
        return new Form(visitor, this, form ?? throw new InvalidOperationException($"The button {button} on {Address} belongs to no form."));
    }

    /// <summary>The words on all buttons of the page.</summary>
    public IReadOnlyList<string> Buttons => [.. Document.QuerySelectorAll("button, input[type=submit]").Select(Pages.Form.WordOn)];

    /// <summary>Follows the link with this text.</summary>
    public Task<Page> FollowAsync(string link)
    {
        var found = Document.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>().FirstOrDefault(a => Plain(a.TextContent).Contains(link, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{Address} ({(int)Status}) has no link {link}. It reads: {Excerpt}");
        return visitor.OpenAsync(found.Href);
    }

    private string Excerpt => Text.Length > 600 ? Text[..600] + "…" : Text;

    internal static string Plain(string? text) =>
        string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
