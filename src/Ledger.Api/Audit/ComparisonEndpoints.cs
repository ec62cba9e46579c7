using Ledger.Api.Web.Http;

namespace Ledger.Api.Audit;

/// <summary>Two moments side by side, over HTTP.</summary>
public static class ComparisonEndpoints
{
    public static void MapComparisons(this RouteGroupBuilder api) =>
        api.MapGet("/audit/diff", (string? from, string? to, Comparisons comparisons, AsOf asOf, CancellationToken cancellation) =>
                comparisons.CompareAsync(from, to, asOf.Position, cancellation))
            .WithTags("Audit")
            .Answers<ComparisonView>(
                "What is different from one moment to another, earlier or later: net changes, and whose place, verdict or grade they move");
}
