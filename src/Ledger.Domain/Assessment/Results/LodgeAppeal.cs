using Ledger.Domain.Access;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Assessment.Results;

/// <summary>A zone objects to its own result: which cells of its scorecard, on what grounds, with which papers.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>not-your-zone</c>, <c>assessment-phase</c>, <c>appeal-time-over</c>, a date rule, or
/// <c>request-at-fault</c>: <c>cells-missing</c>, <c>cell-unknown</c>, <c>evidence-unknown</c>, grounds missing.
/// </remarks>
/// <param name="Cells">Ids of nodes of the scheme, such as <c>B4</c>.</param>
/// <param name="Evidence">Hashes of papers kept in the ledger.</param>
public sealed record LodgeAppeal(
    string Zone, IReadOnlyList<string> Cells, string Grounds, IReadOnlyList<string> Evidence, LocalDate? On = null)
{
    /// <summary>The last day of the time for appeals: working days after the publication of the edition in force.</summary>
    public static LocalDate Until(AssessmentYear state) =>
        WorkingDays.After(state.PublishedOn!.Value, state.Published!.Content.Scheme.Procedure.AppealDays);

    public Decision<AssessmentEvent> Decide(
        AssessmentYear state, IReadOnlyDictionary<string, Evidence> kept, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.Appeal, Zone) is { } notAllowed)
            return notAllowed;
        if (AssessmentRules.InPhase(state, Phase.Published) is { } refusal)
            return refusal;
        if (state.Appeals.Exists(appeal => appeal.Decision is null && appeal.Zone == Zone && appeal.Grounds == Grounds
            && appeal.Cells.SequenceEqual(Cells)))
        {
            return Decision<AssessmentEvent>.Accept();
        }

        if (RequestFaults.Any(Faults(state, kept)) is { } faults)
            return faults;
        var (on, misdated) = AssessmentRules.Dated(state, On, today);
        if (misdated is not null)
            return misdated;
        return on > Until(state)
            ? Refusal.Of(RefusalKind.Conflict, "appeal-time-over", Until(state), on)
            : new AppealLodged(on, state.Appeals.Count + 1, Zone, Cells, Grounds, [.. Evidence.Select(hash => kept[hash])]);
    }

    private IEnumerable<Fault?> Faults(AssessmentYear state, IReadOnlyDictionary<string, Evidence> kept)
    {
        if (Cells.Count == 0)
            yield return Fault.At("/cells", "cells-missing");
        var nodes = state.Published!.Content.Scheme.Tree.SelfAndBelow().Select(node => node.Id).ToHashSet();
        foreach (var (index, cell) in Cells.Index().Where(cell => !nodes.Contains(cell.Item)))
            yield return Fault.At($"/cells/{index}", "cell-unknown", cell);
        yield return AssessmentRules.Text("/grounds", Grounds);
        foreach (var fault in KeptEvidence.Faults("/evidence", Evidence, kept))
            yield return fault;
    }
}
