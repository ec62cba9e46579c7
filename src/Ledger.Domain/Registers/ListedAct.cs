using NodaTime;

namespace Ledger.Domain.Registers;

/// <summary>A row of an institution's history as a list: one act, as it is in truth. What the ledger does not say yet is recorded, as the act's command records it.</summary>
/// <remarks>The rows of an institution follow each other as its acts did.</remarks>
/// <param name="Said">What an act of another kind says is a fault: <c>field-not-of-act</c>.</param>
/// <param name="Recognition">Counted from 1 among those of the institution that were not struck out; null: about the institution itself.</param>
/// <param name="On">The date of its paper; null: today.</param>
public sealed record ListedAct(RegisterAct Act, ActSaid Said, int? Recognition, LocalDate? On = null)
{
    /// <summary>The acts that stand, in the order of recording, each with its number.</summary>
    public static IEnumerable<(int Number, ListedAct Act)> Of(Institution institution) =>
        from act in institution.Acts
        where institution.Stands(act)
        select (act.Number, new ListedAct(ActSaid.KindOf(act.Event)!.Value, ActSaid.By(act.Event)!, Ordinal(institution, act.Recognition), act.Event.On));

    /// <remarks>Refuses as the act's command does, or with <c>text-required</c> and <c>recognition-unknown</c> where the row lacks what makes it that act.</remarks>
    public Decision<InstitutionEvent> Decide(Institution state, InstitutionContext context)
    {
        if (RequestFaults.Any([.. Said.Given().Except(Fields).Select(field => Fault.At($"/{field}", "field-not-of-act", [Fields])), .. Missing()]) is { } faults)
            return faults;
        var number = Recognition is { } ordinal ? Unstruck(state).ElementAtOrDefault(ordinal - 1)?.Number : null;
        if (state.Acts.Any(act => state.Stands(act) && IsSaidBy(act, number)))
            return Decision<InstitutionEvent>.Accept();
        if (Act == RegisterAct.Grant ? Recognition is not null && Recognition != Unstruck(state).Count() + 1 : Act is RegisterAct.Renew or RegisterAct.End && number is null)
            return RequestFaults.Any(Fault.At("/recognition", "row-recognition-unknown", Recognition!.Value, Unstruck(state).Count()))!;
        return InstitutionCommand.Of(Act, Said, number, On).Decide(state, context);
    }

    private IReadOnlyList<string> Fields => ActSaid.FieldsOf(Act);

    private IEnumerable<Fault?> Missing() =>
    [
        Fields.Contains("kind") && Said.Kind is null ? Fault.At("/kind", "text-required") : null,
        Fields.Contains("into") && Said.Into is null ? Fault.At("/into", "text-required") : null,
        Fields.Contains("name") && Said.Name is null ? Fault.At("/name", "text-required") : null,
        Fields.Contains("certificate") && Said.From is null ? Fault.At("/from", "text-required") : null,
        Act is RegisterAct.Renew or RegisterAct.End && Recognition is null ? Fault.At("/recognition", "text-required") : null,
    ];

    // Where the row leaves a day open, it is the one that was recorded.
    private bool IsSaidBy(InstitutionAct act, int? number)
    {
        var known = ActSaid.By(act.Event)!;
        var isAbout = Act == RegisterAct.Grant ? Recognition is null || act.Recognition == number : act.Recognition == number;
        return ActSaid.KindOf(act.Event) == Act && isAbout && known == Said with
        {
            From = Said.From ?? known.From, Until = Said.Until ?? known.Until, Cause = Said.Cause ?? known.Cause,
            Document = Said.Document.Length == 0 ? known.Document : Said.Document,
        };
    }

    private static IEnumerable<Recognition> Unstruck(Institution institution) => institution.Recognitions.Where(known => known.Struck is null);

    private static int? Ordinal(Institution institution, int? number) =>
        number is null ? null : Unstruck(institution).TakeWhile(known => known.Number != number).Count() + 1;
}
