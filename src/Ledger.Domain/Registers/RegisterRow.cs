using NodaTime;

namespace Ledger.Domain.Registers;

/// <summary>A row of a register's list: an institution and, where it says so, one term of a recognition. What the ledger does not say yet is recorded.</summary>
/// <remarks>
/// It comes to entering the institution, granting or renewing the recognition and ending it, as far as these are not so yet, and refuses as they do;
/// or with <c>request-at-fault</c> where the register says otherwise: <c>row-name-differs</c>, <c>row-zone-differs</c>, <c>row-term-differs</c>.
/// A row changes nothing that stands: renaming, moving and correcting are acts of their own.
/// </remarks>
/// <param name="Zone">Null: in none, or where the institution is known already, not said.</param>
/// <param name="Document">The paper by which it entered, and was recognised.</param>
/// <param name="Term">Null: the row is about the institution alone.</param>
public sealed record RegisterRow(string Name, string? Zone, string Document, RegisterRowTerm? Term = null, LocalDate? On = null)
{
    public Decision<InstitutionEvent> Decide(Institution state, InstitutionContext context)
    {
        if (Differing(state) is { } differing)
            return differing;
        var events = new List<InstitutionEvent>();
        foreach (var next in (Func<Institution, InstitutionCommand?>[])[Entering, Recognising, Ending])
        {
            if (next(state) is not { } command)
                continue;
            var decision = command.Decide(state, context);
            if (decision.Refusal is { } refusal)
                return command is EndRecognition ? AboutTheEnd(refusal) : refusal;
            events.AddRange(decision.Events);
            state = decision.Events.Aggregate(state, (before, @event) => before.After(@event));
        }

        return Decision<InstitutionEvent>.Accept(events);
    }

    private Refusal? Differing(Institution state)
    {
        if (!state.IsEntered)
            return null;
        var known = Known(state);
        return RequestFaults.Any(
            state.Names.Entries.All(entry => entry.Value != Name)
                ? Fault.At("/name", "row-name-differs", state.Names.Entries[^1].Value) : null,
            Zone is not null && state.Zones.Entries.All(entry => entry.Value != Zone)
                ? Fault.At("/zone", "row-zone-differs", state.Zones.Entries[^1].Value ?? "—") : null,
            known?.Terms.Find(term => term.From == Term!.From) is { } other && !IsSaidBy(other)
                ? Fault.At("/from", "row-term-differs", other.From, other.Certificate ?? "—", other.Until is { } until ? (object)until : "—") : null);
    }

    private EnterInstitution? Entering(Institution state) =>
        state.IsEntered ? null : new EnterInstitution(Name, Zone, Document, From: null, On);

    private InstitutionCommand? Recognising(Institution state)
    {
        if (Term is not { } term)
            return null;
        var known = Known(state);
        if (known?.Terms.Exists(IsSaidBy) == true)
            return null;
        return known is { Ended: null } && term.From > known.Terms[^1].From
            ? new RenewRecognition(known.Number, term.From, Document, term.Certificate, term.Until, On)
            : new GrantRecognition(term.Kind, term.Level, term.From, Document, term.Certificate, term.Until, On);
    }

    private EndRecognition? Ending(Institution state) => Term is { EndedFrom: { } from } term && Known(state) is { } known
        ? new EndRecognition(known.Number, term.Cause, Document, from, On)
        : null;

    /// <summary>The recognition that has this very term, else the last one of its kind and level.</summary>
    private Recognition? Known(Institution state)
    {
        if (Term is not { } term)
            return null;
        var same = state.Recognitions.FindAll(known => known.Struck is null && (known.Kind, known.Level) == (term.Kind, term.Level));
        return same.Find(known => known.Terms.Exists(one => one.From == term.From)) ?? same.LastOrDefault();
    }

    private bool IsSaidBy(RecognitionTerm term) =>
        (term.From, term.Certificate) == (Term!.From, Term.Certificate) && (Term.Until is null || term.Until == Term.Until);

    // Ending has a first day of its own, which is another column.
    private static Refusal AboutTheEnd(Refusal refusal) =>
        refusal with { Faults = [.. refusal.Faults.Select(fault => fault.Pointer == "/from" ? fault with { Pointer = "/ended" } : fault)] };
}

/// <param name="Level">Null for a kind without levels.</param>
/// <param name="From">The first day of the term; of a recognition's first term, the date of the recognition.</param>
/// <param name="Until">The last day; null: as the kind's validity says .</param>
/// <param name="EndedFrom">The first day on which the recognition holds no more; null: it was not ended before its time.</param>
public sealed record RegisterRowTerm(
    string Kind, string? Level, LocalDate From, string? Certificate = null, LocalDate? Until = null, LocalDate? EndedFrom = null,
    RecognitionEnd Cause = RecognitionEnd.Withdrawn);
