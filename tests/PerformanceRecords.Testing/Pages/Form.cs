using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PerformanceRecords.Testing.Pages;

/// <summary>
/// A form on a page. What is sent is what the page's own form holds, hidden fields and antiforgery token included, and only fields
/// the page offers can be filled in: a test cannot do what a person could not.
/// </summary>
public sealed class Form(Visitor visitor, Page page, IHtmlFormElement form)
{
    public IHtmlFormElement Element => form;

    /// <summary>The value a field holds now.</summary>
    public string? this[string field] => Fields(field).First() switch
    {
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement { Type: "radio" or "checkbox" } => Fields(field).OfType<IHtmlInputElement>().FirstOrDefault(box => box.IsChecked)?.Value,
        IHtmlInputElement input => input.Value,
        _ => null,
    };

    /// <summary>Types, chooses or ticks.</summary>
    public Form With(string field, string value)
    {
        switch (Fields(field).First())
        {
            case IHtmlSelectElement select:
                Choose(select, field, value);
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlInputElement { Type: "radio" or "checkbox" }:
                Tick(field, value);
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
        }

        return this;
    }

    /// <summary>Takes the tick off every box of this name.</summary>
    public Form Without(string field)
    {
        foreach (var box in Fields(field).OfType<IHtmlInputElement>())
        {
            box.IsChecked = false;
        }

        return this;
    }

    /// <summary>Chooses files.</summary>
    public Form With(string field, params SampleFile[] files)
    {
        var input = Fields(field).OfType<IHtmlInputElement>().FirstOrDefault(input => input.Type == "file")
            ?? throw new InvalidOperationException($"{field} on {page.Address} takes no file.");
        foreach (var file in files)
        {
            input.Files!.Add(new ChosenFile(file));
        }

        return this;
    }

    /// <summary>Presses the button with this word, or the form's only one.</summary>
    public Task<Page> SubmitAsync(string? button = null) => visitor.SendAsync(Request(button));

    /// <summary>What pressing the button would send; a test that needs the bare answer sends it itself.</summary>
    public HttpRequestMessage Request(string? button = null)
    {
        var pressed = Pressed(button);
        var submission = (pressed is null ? form.GetSubmission() : form.GetSubmission(pressed))
            ?? throw new InvalidOperationException($"The form on {page.Address} would send nothing.");
        var request = new HttpRequestMessage(new HttpMethod(submission.Method.ToString().ToUpperInvariant()), submission.Target.Href);
        if (submission.Method == AngleSharp.Io.HttpMethod.Post)
        {
            request.Content = new StreamContent(submission.Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(submission.MimeType ?? "application/x-www-form-urlencoded");
        }

        request.Headers.Referrer = page.Address;
        return request;
    }

    internal static string WordOn(IElement button) =>
        Page.Plain(button is IHtmlInputElement input ? input.Value : button.TextContent);

    private IHtmlElement? Pressed(string? word)
    {
        var buttons = form.Elements.Where(element => element is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" }).ToList();
        if (word is null)
        {
            return buttons.FirstOrDefault();
        }

        var pressed = buttons.FirstOrDefault(element => WordOn(element) == word)
            ?? throw new InvalidOperationException($"The form on {page.Address} has no button {word}. It has: {string.Join("、", buttons.Select(WordOn))}.");
        return pressed.HasAttribute("disabled") ? throw new InvalidOperationException($"The button {word} on {page.Address} is disabled.") : pressed;
    }

    private void Choose(IHtmlSelectElement select, string field, string value)
    {
        var option = select.Options.FirstOrDefault(option => option.Value == value) ?? select.Options.FirstOrDefault(option => Page.Plain(option.Text) == value)
            ?? throw new InvalidOperationException($"{field} on {page.Address} does not offer {value}, only {string.Join("、", select.Options.Select(o => o.Value).Take(30))}.");
        foreach (var other in select.Options.Where(_ => !select.IsMultiple))
        {
            other.IsSelected = false;
        }

        option.IsSelected = true;
    }

    private void Tick(string field, string value)
    {
        var boxes = Fields(field).OfType<IHtmlInputElement>().Where(box => box.Type is "radio" or "checkbox").ToList();
        var box = boxes.FirstOrDefault(box => box.Value == value)
            ?? throw new InvalidOperationException($"{field} on {page.Address} does not offer {value}, only {string.Join("、", boxes.Select(b => b.Value))}.");
        if (box.Type == "radio")
        {
            boxes.ForEach(other => other.IsChecked = false);
        }

        box.IsChecked = true;
    }

    private List<IHtmlElement> Fields(string name)
    {
        var fields = form.Elements.Where(element => element.GetAttribute("name") == name).ToList();
        if (fields.Count == 0)
        {
            var names = form.Elements.Select(element => element.GetAttribute("name")).Where(n => n is not null).Distinct();
            throw new InvalidOperationException($"The form on {page.Address} has no field {name}. It has: {string.Join(", ", names)}.");
        }

        return fields.All(field => field.HasAttribute("disabled"))
            ? throw new InvalidOperationException($"The field {name} on {page.Address} is disabled.")
            : fields;
    }
}
