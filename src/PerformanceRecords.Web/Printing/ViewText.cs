using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace PerformanceRecords.Web.Printing;

/// <summary>Writes a view as text, where no request asks for it.</summary>
public sealed class ViewText(IRazorViewEngine engine, ITempDataProvider temporary, IServiceProvider services)
{
    public async Task<string> WriteAsync<TModel>(string path, TModel model)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var view = engine.GetView(null, path, isMainPage: true).View ?? throw new InvalidOperationException($"There is no view {path}.");
        await using var text = new StringWriter();
        var data = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await view.RenderAsync(new ViewContext(action, view, data, new TempDataDictionary(http, temporary), text, new HtmlHelperOptions()));
        return text.ToString();
    }
}
