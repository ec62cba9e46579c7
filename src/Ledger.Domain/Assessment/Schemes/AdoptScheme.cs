using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Assessment.Schemes;

/// <summary>The secretary puts a scheme into force, from a year on.</summary>
/// <remarks>
/// A scheme is fixed before its year begins. Once the year has begun it can only be superseded: with a reason, and after it was shown
/// what that does to the result. Refuses with <c>not-allowed</c>, <c>scheme-faulty</c> (every fault listed), <c>year-begun</c>,
/// <c>effect-not-confirmed</c>, <c>year-ratified</c>, or a date rule. A scheme that says what is adopted already makes no event.
/// </remarks>
/// <param name="Supersession">Needed where the year has begun, and only there.</param>
public sealed record AdoptScheme(
    AssessmentScheme Scheme, int FromYear, Basis Basis, Supersession? Supersession = null, LocalDate? On = null)
{
    /// <param name="effect">What the scheme does to the years it touches, worked out now; empty where no figures are frozen.</param>
    /// <param name="effectHash">The hash of that effect; what a person confirms.</param>
    /// <param name="lastRatified">The last year whose result was ratified under this scheme; null: none.</param>
    public Decision<SchemeEvent> Decide(
        SchemeHistory state, ProgrammeDocument programme, IReadOnlyList<SchemeEffect> effect, string effectHash, int? lastRatified,
        Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.AdoptSchemes) is { } notAllowed)
            return notAllowed;
        var on = On ?? today;
        Fault[] faults = [.. Faults(state, programme, on)];
        if (faults.Length > 0)
            return Refusal.OfFaults(RefusalKind.Invalid, "scheme-faulty", faults);
        if (DocumentDate.Check(on, state.Versions.IsEmpty ? null : state.Versions[^1].On, today) is { } misdated)
            return misdated;
        if (on < Period.OfYear(FromYear - 1).End.PlusDays(1))
            return new SchemeAdopted(on, Scheme, FromYear, Basis);
        if (lastRatified >= FromYear)
            return Refusal.Of(RefusalKind.Conflict, "year-ratified", FromYear, lastRatified);
        if (Supersession is not { } supersession)
            return Refusal.Of(RefusalKind.Conflict, "year-begun", FromYear, effectHash);
        return supersession.Confirmed == effectHash
            ? new SchemeSuperseded(on, Scheme, FromYear, Basis, supersession.Reason, effect)
            : Refusal.Of(RefusalKind.Conflict, "effect-not-confirmed", effectHash);
    }

    private IEnumerable<Fault> Faults(SchemeHistory state, ProgrammeDocument programme, LocalDate on)
    {
        foreach (var fault in SchemeFaults.Of(Scheme, SchemeSubjects.Of(programme)))
            yield return fault with { Pointer = $"/scheme{fault.Pointer}" };
        if (Scheme.Id != state.Id)
            yield return Fault.At("/scheme/id", "scheme-id-differs", Scheme.Id, state.Id);
        if (Scheme.Version != state.Versions.Count + 1)
            yield return Fault.At("/scheme/version", "scheme-version-not-next", Scheme.Version, state.Versions.Count + 1);
        if (FromYear <= Scheme.BaselineYear || FromYear > Scheme.TargetYear)
            yield return Fault.At("/fromYear", "year-outside-scheme", FromYear, Scheme.BaselineYear + 1, Scheme.TargetYear);
        if (string.IsNullOrWhiteSpace(Basis.Organ))
            yield return Fault.At("/basis/organ", "basis-organ-missing");
        if (Basis.Date > on)
            yield return Fault.At("/basis/date", "basis-after-act", Basis.Date, on);
        if (Supersession is not null && AssessmentRules.Text("/supersession/reason", Supersession.Reason) is { } wordless)
            yield return wordless;
    }
}

/// <param name="Confirmed">The hash of the effect that was shown.</param>
public sealed record Supersession(string Reason, string Confirmed);
