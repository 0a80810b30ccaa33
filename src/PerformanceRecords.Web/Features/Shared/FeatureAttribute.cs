using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace PerformanceRecords.Web.Features.Shared;

/// <summary>The feature folder a controller's views lie in, where several controllers share one.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FeatureAttribute(string folder) : Attribute, IControllerModelConvention
{
    public void Apply(ControllerModel controller) => controller.ControllerName = folder;
}
