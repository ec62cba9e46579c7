using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Ledger.Api.Tests.Assessment;

/// <summary>Every address that the program answers a GET at, pages and API, as it knows them itself.</summary>
internal static class EveryAddress
{
    private static readonly Dictionary<string, string> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["year"] = "2022", ["zone"] = "DLN", ["zoneCode"] = "DLN", ["period"] = "2022-Q3", ["periodCode"] = "2022-Q3",
        ["series"] = "op_revenue", ["seriesCode"] = "op_revenue", ["code"] = "hte_revenue_share", ["id"] = "xlg-htz-annual",
        ["cell"] = "scorecard.2022.draft.DLN.E1", ["culture"] = "en", ["status"] = "404", ["criterion"] = "E1",
        ["task"] = "T2.3", ["taskId"] = "T2.3", ["unit"] = "DLN", ["unitCode"] = "DLN",
    };

    /// <param name="routes">Of the application.</param>
    public static IReadOnlyList<string> Of(EndpointDataSource routes) =>
    [
        .. routes.Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains("GET"))
            .Select(route => route.RoutePattern)
            .Where(pattern => pattern.PathSegments.Count == 0 || !IsOfTheFramework(pattern.PathSegments))
            .Select(Filled).Distinct().Order(StringComparer.Ordinal),
    ];

    // Scripts, styles and the circuits' own addresses say nothing of the ledger.
    private static bool IsOfTheFramework(IReadOnlyList<RoutePatternPathSegment> segments) =>
        segments[0].Parts[0] is RoutePatternLiteralPart { Content: ['_', ..] }
        || segments is [{ Parts: [RoutePatternParameterPart { IsCatchAll: true }] }]
        || (segments[^1].Parts is [RoutePatternLiteralPart { Content: var last }] && last.Contains('.', StringComparison.Ordinal));

    private static string Filled(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(
        segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => Values.GetValueOrDefault(parameter.Name, "1"),
            _ => throw new InvalidOperationException($"{part} is no part of an address."),
        }))));
}
