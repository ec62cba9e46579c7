using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Web.Http;

/// <summary>What /openapi/v1.json says beyond each endpoint's own words: values of our own kind, and the conventions of all.</summary>
public static class Contract
{
    private const string Bearer = "bearer";

    private static readonly Dictionary<Type, Func<OpenApiSchema>> Kinds = new()
    {
        [typeof(Period)] = () => Text(@"^\d{4}(-Q[1-4])?$", "2023-Q3", "A quarter, or a year such as 2023."),
        [typeof(Instant)] = () => Text(format: "date-time", example: "2023-10-12T08:30:00.123456Z"),
        [typeof(LocalDate)] = () => Text(format: "date", example: "2023-10-12"),
        [typeof(LocalTime)] = () => Text(format: "time", example: "17:00:00"),
        [typeof(AnnualDate)] = () => Text(@"^\d{2}-\d{2}$", "03-31", "A day of every year."),
        [typeof(decimal)] = () => new() { Type = JsonSchemaType.Number, Format = "decimal", Description = "Its scale is kept: 156.20." },
    };

    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Ledger";
            document.Info.Description =
                "Every GET speaks for one moment and says which in Ledger-Position, Ledger-Recorded-At and, once the log covers it, "
                + "Ledger-Root; asked again for that position, it answers the same bytes. Every refusal is application/problem+json "
                + "with a stable code, in the language of Accept-Language (zh-Hant, zh-Hans, en).";
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = Bearer, Description = "The token that POST /api/sign-in answers.",
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (Kinds.TryGetValue(type, out var kind))
                Take(schema, kind(), isNullable: type != context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var handler = context.Description.ActionDescriptor.EndpointMetadata;
            if (HttpMethods.IsGet(context.Description.HttpMethod ?? "") && !handler.OfType<Timeless>().Any())
                Add(operation, AsOfParameters);
            if (handler.OfType<WriteRequest.Taken>().Any())
                Add(operation, WriteParameters);
            return Task.CompletedTask;
        });
    }

    private static IEnumerable<OpenApiParameter> AsOfParameters =>
    [
        Parameter("asOf", ParameterLocation.Query, "A past instant, or @ and a position. Left out: now.", "@1200"),
        Parameter("knownOn", ParameterLocation.Query, "Only what papers dated up to this day had stated.", "2023-10-31"),
    ];

    private static IEnumerable<OpenApiParameter> WriteParameters =>
    [
        Parameter("If-Match", ParameterLocation.Header, "The ETag that was read or written last; refused with 412 when it has moved on.", "\"3\""),
        Parameter("Idempotency-Key", ParameterLocation.Header, "The same key and request again get the first answer and record nothing.", "7d1c9e"),
        Parameter(
            WriteRequest.DecisionHeader, ParameterLocation.Header,
            "What the joint conference decided that the act rests on, as meeting/item; kept with its events, in a batch of figures that holds what the conference determines with those alone. Refused unless it was adopted.", "2023-1/2"),
    ];

    private static void Add(OpenApiOperation operation, IEnumerable<OpenApiParameter> parameters)
    {
        operation.Parameters ??= [];
        foreach (var parameter in parameters)
            operation.Parameters.Add(parameter);
    }

    private static OpenApiParameter Parameter(string name, ParameterLocation place, string description, string example) => new()
    {
        Name = name, In = place, Description = description, Schema = Text(example: example),
    };

    private static OpenApiSchema Text(string? pattern = null, string? example = null, string? description = null, string? format = null) => new()
    {
        Type = JsonSchemaType.String, Pattern = pattern, Format = format, Description = description,
        Examples = example is null ? null : [JsonValue.Create(example)],
    };

    private static void Take(OpenApiSchema schema, OpenApiSchema kind, bool isNullable)
    {
        schema.Type = isNullable ? kind.Type | JsonSchemaType.Null : kind.Type;
        schema.Pattern = kind.Pattern;
        schema.Format = kind.Format;
        schema.Description ??= kind.Description;
        schema.Examples = kind.Examples;
    }
}
