using Ledger.Domain.Programme;

namespace Ledger.Domain.Reporting.Checks;

/// <summary>Every required series is stated. Missing is not zero: a zone with nothing to count states 0.</summary>
internal static class Completeness
{
    public static IEnumerable<Finding> Run(CheckContext context) => context.Due
        .Where(series => series.DemandIn(context.Period) == Demand.Required && !context.Candidate.ContainsKey(series.Code))
        .Select(series => Finding.Of("complete", CheckLevel.Error, "series-missing", series));
}
