using Ledger.Domain.Access;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Assessment.Committee;

/// <summary>A member votes on a criterion of a zone, or votes anew; the last ballot before closing counts.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>not-a-member</c>, <c>interest-undeclared</c>, <c>recused</c>, <c>zone-unknown</c>,
/// <c>criterion-not-voted</c>, <c>assessment-phase</c>, a date rule, or <c>request-at-fault</c>: <c>level-unknown</c>,
/// <c>evidence-missing</c>, <c>evidence-unknown</c>, <c>reference-unknown</c>, and a reason that is missing or too long.
/// </remarks>
/// <param name="Evidence">At least one reference (<see cref="BallotEvidence"/>).</param>
public sealed record CastBallot(
    string Zone, string Criterion, decimal Level, string Reason, IReadOnlyList<string> Evidence, LocalDate? On = null)
{
    /// <param name="known">The references that lead to something the ledger holds.</param>
    /// <param name="standing">The member's own ballot as it was cast last; null: none.</param>
    /// <param name="seal">Encrypts the ballot under the key kept outside the database.</param>
    /// <param name="salt">Fresh and random.</param>
    public Decision<AssessmentEvent> Decide(
        AssessmentYear state, AssessmentScheme scheme, ProgrammeDocument programme, IReadOnlySet<string> known, OpenedBallot? standing,
        Func<OpenedBallot, string> seal, string salt, Actor actor, LocalDate today)
    {
        if (AssessmentRules.Check(state, actor, Act.Vote, Phase.Voting) is { } refusal)
            return refusal;
        if (state.FindMember(actor.Officer) is null)
            return Refusal.Of(RefusalKind.NotAllowed, "not-a-member", actor.Officer, state.Year);
        var year = Period.OfYear(state.Year);
        if (programme.FindZoneIn(Zone, year) is not { } zone)
            return Refusal.Of(RefusalKind.NotFound, "zone-unknown", Zone, string.Join(", ", programme.ZonesIn(year).Select(z => z.Code)));
        if (state.IsRecused(actor.Officer, zone))
            return Refusal.Of(RefusalKind.NotAllowed, "recused", actor.Officer, Zone);
        if (!state.Declarations.ContainsKey((actor.Officer, Zone)))
            return ReadMaterial.Undeclared(actor.Officer, Zone);
        if (scheme.Tree.SelfAndBelow().FirstOrDefault(node => node.Id == Criterion)?.Rule is not { Kind: RuleKind.Committee } rule)
            return Refusal.Of(RefusalKind.NotFound, "criterion-not-voted", Criterion, Voted(scheme));
        if (RequestFaults.Any(Faults(rule, known)) is { } faults)
            return faults;
        if (standing is not null && (standing.Level, standing.Reason) == (Level, Reason) && standing.Evidence.SequenceEqual(Evidence))
            return Decision<AssessmentEvent>.Accept();
        var (on, misdated) = AssessmentRules.Dated(state, On, today);
        if (misdated is not null)
            return misdated;
        var ballot = new OpenedBallot(actor.Officer, Zone, Criterion, Level, Reason, Evidence, salt);
        return new BallotSealed(on, actor.Officer, Zone, Criterion, BallotSeal.Commit(state.Year, ballot), seal(ballot));
    }

    private static string Voted(AssessmentScheme scheme) => string.Join(
        ", ", scheme.Tree.SelfAndBelow().Where(node => node.Rule?.Kind == RuleKind.Committee).Select(node => node.Id));

    private IEnumerable<Fault?> Faults(Rule rule, IReadOnlySet<string> known)
    {
        if (rule.Levels!.All(level => level.Level != Level))
            yield return Fault.At("/level", "level-unknown", Level, string.Join(", ", rule.Levels!.Select(level => level.Level)));
        yield return AssessmentRules.Text("/reason", Reason);
        foreach (var fault in BallotEvidence.Faults(Evidence, known))
            yield return fault;
    }
}
