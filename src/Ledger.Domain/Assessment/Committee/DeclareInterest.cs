using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Assessment.Committee;

/// <summary>A member says, before seeing a zone's material, whether they are free to judge it.</summary>
/// <remarks>
/// A declared conflict stays until the year is reopened. Refuses with <c>not-allowed</c>, <c>not-a-member</c>, <c>zone-unknown</c>,
/// <c>declaration-final</c>, <c>assessment-phase</c>, a date rule, or the text's faults: a conflict says what it is.
/// </remarks>
public sealed record DeclareInterest(string Zone, Interest Interest, string? Text, LocalDate? On = null)
{
    public Decision<AssessmentEvent> Decide(AssessmentYear state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (AssessmentRules.Check(state, actor, Act.Vote, Phase.Declaring, Phase.Voting) is { } refusal)
            return refusal;
        if (state.FindMember(actor.Officer) is null)
            return Refusal.Of(RefusalKind.NotAllowed, "not-a-member", actor.Officer, state.Year);
        var year = Period.OfYear(state.Year);
        if (programme.FindZoneIn(Zone, year) is null)
            return Refusal.Of(RefusalKind.NotFound, "zone-unknown", Zone, string.Join(", ", programme.ZonesIn(year).Select(z => z.Code)));
        if (state.Declarations.GetValueOrDefault((actor.Officer, Zone)) is { } declared)
        {
            if (declared == new Declaration(Interest, Text))
                return Decision<AssessmentEvent>.Accept();
            // A conflict found later is declared later; one that was declared is not taken back.
            if (declared.Interest == Interest.Conflict)
                return Refusal.Of(RefusalKind.Conflict, "declaration-final", actor.Officer, Zone);
        }

        if (RequestFaults.Any(Interest == Interest.Conflict ? AssessmentRules.Text("/text", Text) : null) is { } faults)
            return faults;
        var (on, misdated) = AssessmentRules.Dated(state, On, today);
        return misdated is not null ? misdated : new InterestDeclared(on, actor.Officer, Zone, Interest, Text);
    }
}
