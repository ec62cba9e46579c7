using Ledger.Api.Store;

namespace Ledger.Api.Web.Http;

/// <summary>What an endpoint says of itself at /openapi/v1.json.</summary>
public static class Describing
{
    /// <summary>A question: what it answers, and the refusals that any question may meet.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, string summary, params int[] refusals) =>
        endpoint.WithSummary(summary)
            .Produces<T>()
            .Refuses([StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, .. refusals, StatusCodes.Status503ServiceUnavailable]);

    /// <summary>An act on something with a version: its receipt, and the refusals that any act may meet.</summary>
    public static RouteHandlerBuilder Records(this RouteHandlerBuilder endpoint, string summary, params int[] refusals) =>
        endpoint.WithSummary(summary)
            .Produces<Receipt>()
            .Refuses(
            [
                StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden,
                StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed,
                StatusCodes.Status422UnprocessableEntity, .. refusals,
            ]);

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, IEnumerable<int> statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<Problem>(status, "application/problem+json");
        return endpoint;
    }
}
