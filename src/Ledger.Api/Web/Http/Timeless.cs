namespace Ledger.Api.Web.Http;

/// <summary>Marks a question under /api that speaks for no moment: what it asks about names its own places in the log.</summary>
public sealed record Timeless;

public static class TimelessEndpoints
{
    public static TBuilder AtNoMoment<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Timeless());
}
