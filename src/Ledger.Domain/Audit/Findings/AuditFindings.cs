using Ledger.Domain.Reporting;

namespace Ledger.Domain.Audit.Findings;

/// <summary>Every question that the ledger gives reason to ask.</summary>
public static class AuditFindings
{
    /// <returns>By kind, and of a kind the latest first.</returns>
    public static IReadOnlyList<AuditFinding> Of(FindingBasis basis) =>
    [
        .. LateChanges.Of(basis)
            .Concat(Deadlines.Of(basis))
            .Concat(LastMoments.Of(basis))
            .Concat(OneHand.Of(basis))
            .Concat(OfficersCorrections.Of(basis))
            .Concat(Edges.Of(basis))
            .Concat(ResultEdges.Of(basis))
            .Concat(LastDigits.Of(basis))
            .Concat(EqualAmounts.Of(basis))
            .Concat(Backdating.Of(basis))
            .OrderBy(finding => finding.Kind)
            .ThenByDescending(finding => finding.Last)
            .ThenBy(finding => finding.Code, StringComparer.Ordinal),
    ];

    internal static AuditFinding Find(
        FindingKind kind, string code, string? zone, Period? period, IEnumerable<Recorded<ReturnEvent>> entries, params object[] arguments) =>
        Find(kind, code, zone, period, entries.Select(FindingEvent.Of), arguments);

    internal static AuditFinding Find(
        FindingKind kind, string code, string? zone, Period? period, IEnumerable<FindingEvent> events, params object[] arguments)
    {
        FindingEvent[] ordered = [.. events.DistinctBy(each => each.Position).OrderBy(each => each.Position)];
        return new(kind, code, zone, period, arguments)
        {
            Positions = Stretch.Of(ordered.Select(each => each.Position)),
            Events = [.. ordered.Take(AuditFinding.MostEvents)],
        };
    }
}
