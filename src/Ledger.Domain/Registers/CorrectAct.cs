using NodaTime;

namespace Ledger.Domain.Registers;

/// <summary>An act was recorded wrongly: nothing happened in the world, and what was known before stays in the history.</summary>
/// <remarks>
/// Every act is corrected in this one way, from the entry on. A correction is taken where the whole history, with the act as it is in truth,
/// could have been recorded so; what the act itself would then have been refused with, it is refused with. Refuses further with
/// <c>act-unknown</c>, <c>act-is-correction</c>, <c>act-struck</c>, <c>field-not-of-act</c>, or <c>acts-then-impossible</c> with the numbers of other acts.
/// </remarks>
/// <param name="Act">Its number.</param>
/// <param name="Said">All that it says in truth; an <c>Until</c> that is null is as the kind's validity says .</param>
public sealed record CorrectAct(int Act, ActSaid Said, string Reason, LocalDate? On = null) : InstitutionCommand(On)
{
    public override string? Other => Said.Into;

    protected override bool IsSo(Institution state, LocalDate on) =>
        state.FindAct(Act) is { } act && state.Stands(act) && ActSaid.By(act.Event) == Said;

    protected override Refusal? Against(Institution state, InstitutionContext context) => Acts.Against(state, Act) ?? Then(state, context);

    protected override IEnumerable<Fault?> Faults(Institution state, InstitutionContext context, LocalDate on)
    {
        var act = state.FindAct(Act)!;
        var fields = ActSaid.FieldsOf(ActSaid.KindOf(act.Event)!.Value);
        return
        [
            .. Said.Given().Except(fields).Select(field => Fault.At($"/{field}", "field-not-of-act", [fields])),
            // These the act cannot do without, though another kind of act can.
            .. fields.Where(field => field is "name" or "into" or "kind" or "cause" || (field == "from" && act.Event is not InstitutionEntered))
                .Except(Said.Given()).Select(field => Fault.At($"/{field}", "text-required")),
            .. Corrected(state, context).First(then => then.Number == Act).Refusal?.Faults ?? [],
            .. Text("/reason", Reason),
        ];
    }

    protected override InstitutionEvent Event(Institution state, InstitutionContext context, LocalDate on)
    {
        var said = ActSaid.By(InTruth(state, context))!;
        return new InstitutionActCorrected(
            on, Act, said.Name, said.Zone, said.Into, said.Kind, said.Level, said.Certificate, said.From, said.Until, said.Cause, said.Document, Reason);
    }

    private Refusal? Then(Institution state, InstitutionContext context)
    {
        var then = Corrected(state, context);
        return then.First(act => act.Number == Act) switch
        {
            // Faults of its own fields are told with the others.
            { Refusal: { } refusal } => refusal.Faults.Count == 0 ? refusal : null,
            { IsTaken: false } => Refusal.Of(RefusalKind.Conflict, "act-then-nothing", Act),
            _ => Acts.Impossible(Acts.Retold(state, context), then, Act),
        };
    }

    private IReadOnlyList<RetoldAct> Corrected(Institution state, InstitutionContext context) =>
        Acts.Retold(state.Amended(Act, act => act with { Event = InTruth(state, context) }), context);

    private InstitutionEvent InTruth(Institution state, InstitutionContext context)
    {
        var act = state.FindAct(Act)!;
        var kind = act.Event switch
        {
            RecognitionGranted granted => Said.Kind ?? granted.Kind,
            RecognitionRenewed renewed => state.Recognitions[renewed.Number - 1].Kind,
            _ => null,
        };
        return (Said with
        {
            Until = Said.Until ?? (kind is not null && Said.From is { } from ? Recognitions.LastDay(context, kind, from) : null),
        }).In(act.Event);
    }
}

/// <summary>An act was recorded by mistake: it never was. With an entry goes everything, with a recognition its renewals and its end.</summary>
/// <remarks>Refuses further with <c>act-unknown</c>, <c>act-is-correction</c>, <c>act-struck</c>, <c>acts-then-impossible</c>.</remarks>
public sealed record StrikeAct(int Act, string Reason, LocalDate? On = null) : InstitutionCommand(On)
{
    // What is struck out with an entry is struck out already.
    protected override Refusal? Unentered(Institution state) =>
        state.FindAct(Act) is { Struck: not null } ? null : base.Unentered(state);

    protected override bool IsSo(Institution state, LocalDate on) => state.FindAct(Act) is { Struck: not null };

    protected override Refusal? Against(Institution state, InstitutionContext context) =>
        Acts.Against(state, Act)
        ?? Acts.Impossible(Acts.Retold(state, context), Acts.Retold(state.Amended(Act, act => act with { Struck = Reason ?? "" }), context), Act);

    protected override IEnumerable<Fault?> Faults(Institution state, InstitutionContext context, LocalDate on) => Text("/reason", Reason);

    protected override InstitutionEvent Event(Institution state, InstitutionContext context, LocalDate on) =>
        new InstitutionActStruck(on, Act, Reason);
}

/// <param name="Refusal">Null: it could be recorded.</param>
/// <param name="IsTaken">It recorded something.</param>
internal sealed record RetoldAct(int Number, Refusal? Refusal, bool IsTaken);

/// <summary>What corrections of acts have in common.</summary>
internal static class Acts
{
    public static Refusal? Against(Institution state, int number) => state.FindAct(number) switch
    {
        null => Refusal.Of(RefusalKind.NotFound, "act-unknown", number, state.Acts.Count),
        { IsCorrection: true } => Refusal.Of(RefusalKind.Conflict, "act-is-correction", number),
        { } act when !state.Stands(act) => Refusal.Of(RefusalKind.Conflict, "act-struck", number),
        _ => null,
    };

    /// <summary>Records every act that stands once more, one after the other.</summary>
    public static IReadOnlyList<RetoldAct> Retold(Institution institution, InstitutionContext context)
    {
        var retold = new List<RetoldAct>();
        var state = Institution.Stream(institution.Code).Initial;
        foreach (var act in institution.Acts.Where(act => !act.IsCorrection))
        {
            if (institution.Stands(act))
            {
                var decision = InstitutionCommand.Of(ActSaid.KindOf(act.Event)!.Value, ActSaid.By(act.Event)!, act.Recognition, act.Event.On).Decide(state, context);
                retold.Add(new(act.Number, decision.Refusal, decision.Events.Count > 0));
            }

            state = state.Then(act);
        }

        return retold;
    }

    /// <summary>Acts that could be recorded before and could not be then.</summary>
    /// <param name="but">The act that is corrected, which answers for itself.</param>
    public static Refusal? Impossible(IReadOnlyList<RetoldAct> before, IReadOnlyList<RetoldAct> then, int but)
    {
        var could = before.Where(act => act is { Refusal: null, IsTaken: true }).Select(act => act.Number).ToHashSet();
        var numbers = then.Where(act => act.Number != but && could.Contains(act.Number) && act is not { Refusal: null, IsTaken: true })
            .Select(act => (object)act.Number).ToList();
        return numbers.Count == 0 ? null : Refusal.Of(RefusalKind.Conflict, "acts-then-impossible", but, numbers);
    }
}
