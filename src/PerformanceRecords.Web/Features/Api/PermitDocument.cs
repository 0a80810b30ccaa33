using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PerformanceRecords.Workflow.Permits;

namespace PerformanceRecords.Web.Features.Api;

/// <summary>接口文档: what the types do not say by themselves: the key, what has to be filled in, how long it may be.</summary>
internal static class PermitDocument
{
    private const string Key = "apiKey";

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.GroupName == PermitApi.Document;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "施工许可证接口";
            document.Info.Version = "v1";
            document.Components ??= new OpenApiComponents();
            document.AddComponent(Key, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = PermitSenders.Header,
                Description = "发送系统的密钥，由系统管理员发给",
            });
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody?.Content?.Remove("*/*");
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Say(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
    }

    private static void Say(OpenApiSchema schema, Type type)
    {
        if (type == typeof(int))
        {
            // answers are written as numbers, whatever may be read
            (schema.Type, schema.Pattern) = (JsonSchemaType.Integer, null);
        }
        else if (type == typeof(PermitBatch))
        {
            if (schema.Properties?["permits"] is OpenApiSchema permits)
            {
                (permits.Type, permits.MinItems, permits.MaxItems) = (JsonSchemaType.Array, 1, PermitDesk.MaxRows);
            }
        }
        else if (type == typeof(PermitRow))
        {
            schema.Required = PermitRow.Demands.Where(d => d.Required).Select(d => d.Property).ToHashSet();
            foreach (var (property, required, length) in PermitRow.Demands)
            {
                if (schema.Properties?[property] is OpenApiSchema text)
                {
                    text.MaxLength = length;
                    text.Type = required ? JsonSchemaType.String : text.Type;
                }
            }
        }
    }
}
