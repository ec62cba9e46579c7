using NodaTime;

namespace Ledger.Domain.Registers;

/// <summary>An institution is recognised as one of a kind.</summary>
/// <remarks>
/// Refuses further with <c>institution-ended</c>, <c>recognition-standing</c> where one of this kind and level holds already and is to be
/// renewed, <c>register-kind-unknown</c>, <c>register-level-unknown</c>, <c>until-before-from</c>.
/// </remarks>
/// <param name="Level">A level of the kind, of a listing its board; null for a kind without levels.</param>
/// <param name="Document">The paper by which it was recognised.</param>
/// <param name="From">The date of the recognition, not of its announcement.</param>
/// <param name="Until">The last day on which it holds; null: as the kind's validity says .</param>
public sealed record GrantRecognition(
    string Kind, string? Level, LocalDate From, string Document, string? Certificate = null, LocalDate? Until = null, LocalDate? On = null)
    : InstitutionCommand(On)
{
    protected override bool IsSo(Institution state, LocalDate on) => state.Recognitions.Any(known =>
        known.Struck is null && (known.Kind, known.Level, known.From, known.Terms[0].Certificate) == (Kind, Level, From, Certificate)
        && (Until is null || known.Terms[0].Until == Until));

    protected override Refusal? Against(Institution state, InstitutionContext context) => Ended(state)
        ?? (state.Recognitions.Find(known => (known.Kind, known.Level) == (Kind, Level) && known.Holds(From)) is { } standing
            ? Refusal.Of(RefusalKind.Conflict, "recognition-standing", standing.Number, standing.From)
            : null);

    protected override IEnumerable<Fault?> Faults(Institution state, InstitutionContext context, LocalDate on)
    {
        var kind = context.Programme.RegisterKinds.FirstOrDefault(known => known.Code == Kind);
        return
        [
            kind is null
                ? Fault.At("/kind", "register-kind-unknown", Kind, string.Join(", ", context.Programme.RegisterKinds.Select(known => known.Code)))
                : Recognitions.LevelFault(kind, Level),
            .. TextIfAny("/certificate", Certificate), .. Text("/document", Document),
            Day("/from", From), Day("/until", Until), Recognitions.Reversed(From, Until),
        ];
    }

    protected override InstitutionEvent Event(Institution state, InstitutionContext context, LocalDate on) => new RecognitionGranted(
        on, state.Recognitions.Count + 1, Kind, Level, Certificate, From, Until ?? Recognitions.LastDay(context, Kind, From), Document);
}

/// <summary>A recognition holds for a further term. A gap between two terms stays one.</summary>
/// <remarks>Refuses further with <c>institution-ended</c>, <c>recognition-unknown</c>, <c>recognition-over</c>, <c>renewal-before-start</c>, <c>until-before-from</c>.</remarks>
/// <param name="Number">Of the recognition.</param>
/// <param name="From">The first day of the new term.</param>
/// <param name="Until">The last day on which it holds; null: as the kind's validity says .</param>
public sealed record RenewRecognition(
    int Number, LocalDate From, string Document, string? Certificate = null, LocalDate? Until = null, LocalDate? On = null) : InstitutionCommand(On)
{
    protected override bool IsSo(Institution state, LocalDate on) => Recognitions.Find(state, Number) is { } known
        && known.Terms.Skip(1).Any(term => (term.From, term.Certificate) == (From, Certificate) && (Until is null || term.Until == Until));

    protected override Refusal? Against(Institution state, InstitutionContext context) =>
        Ended(state) ?? Recognitions.Unknown(state, Number) ?? Recognitions.Over(state.Recognitions[Number - 1]);

    protected override IEnumerable<Fault?> Faults(Institution state, InstitutionContext context, LocalDate on)
    {
        var last = state.Recognitions[Number - 1].Terms[^1];
        return
        [
            From <= last.From ? Fault.At("/from", "renewal-before-start", From, last.From) : null,
            .. TextIfAny("/certificate", Certificate), .. Text("/document", Document),
            Day("/from", From), Day("/until", Until), Recognitions.Reversed(From, Until),
        ];
    }

    protected override InstitutionEvent Event(Institution state, InstitutionContext context, LocalDate on) => new RecognitionRenewed(
        on, Number, Certificate, From, Until ?? Recognitions.LastDay(context, state.Recognitions[Number - 1].Kind, From), Document);
}

/// <summary>A recognition is withdrawn or given up: it holds no more from a day on.</summary>
/// <remarks>Refuses further with <c>recognition-unknown</c>, <c>recognition-over</c>, <c>end-before-start</c>.</remarks>
/// <param name="From">The first day on which it holds no more; null: the date of the paper.</param>
public sealed record EndRecognition(int Number, RecognitionEnd Cause, string Document, LocalDate? From = null, LocalDate? On = null) : InstitutionCommand(On)
{
    protected override bool IsSo(Institution state, LocalDate on) => Recognitions.Find(state, Number)?.Ended is { } ended
        && ended.Cause == Cause && (From is null || From == ended.From);

    protected override Refusal? Against(Institution state, InstitutionContext context) =>
        Recognitions.Unknown(state, Number) ?? Recognitions.Over(state.Recognitions[Number - 1]);

    protected override IEnumerable<Fault?> Faults(Institution state, InstitutionContext context, LocalDate on)
    {
        var start = state.Recognitions[Number - 1].From;
        return
        [
            (From ?? on) < start ? Fault.At("/from", "end-before-start", From ?? on, start) : null,
            .. Text("/document", Document), Day("/from", From),
        ];
    }

    protected override InstitutionEvent Event(Institution state, InstitutionContext context, LocalDate on) =>
        new RecognitionEnded(on, Number, Cause, From ?? on, Document);
}
