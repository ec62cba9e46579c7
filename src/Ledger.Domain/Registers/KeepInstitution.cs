using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Registers;

/// <summary>An institution enters the register.</summary>
/// <remarks>Refuses further with <c>institution-entered</c>, <c>institution-code-malformed</c>, <c>institution-code-check</c>, <c>zone-unknown</c>.</remarks>
/// <param name="Zone">The first zone of its registered address; null: it lies in none, such as one that will move in.</param>
/// <param name="From">Since when it is there; null: since before anything that is registered of it.</param>
/// <param name="Document">The paper that says so.</param>
public sealed record EnterInstitution(string Name, string? Zone, string Document, LocalDate? From = null, LocalDate? On = null) : InstitutionCommand(On)
{
    protected override Refusal? Unentered(Institution state) => null;

    protected override bool IsSo(Institution state, LocalDate on) =>
        state.IsEntered && (state.Names.First, state.Zones.First) == (Name, Zone) && (From is null || state.Names.Entries[0].From == From);

    protected override Refusal? Against(Institution state, InstitutionContext context) => state.IsEntered
        ? Refusal.Of(RefusalKind.Conflict, "institution-entered", state.Code, state.Names.Entries[^1].Value)
        : null;

    protected override IEnumerable<Fault?> Faults(Institution state, InstitutionContext context, LocalDate on) =>
    [
        InstitutionCode.Check("/code", state.Code), PersonalData.In("/code", state.Code),
        .. Text("/name", Name), .. Text("/document", Document), Day("/from", From), Zones.Unknown("/zone", Zone, context.Programme),
    ];

    protected override InstitutionEvent Event(Institution state, InstitutionContext context, LocalDate on) =>
        new InstitutionEntered(on, Name, Zone, From, Document);
}

/// <summary>It bears another name from a day on. A change of name is nothing new.</summary>
/// <remarks>Refuses further with <c>institution-ended</c>, <c>before-entry</c>.</remarks>
/// <param name="From">Null: from the date of the paper.</param>
public sealed record RenameInstitution(string Name, string Document, LocalDate? From = null, LocalDate? On = null) : InstitutionCommand(On)
{
    protected override bool IsSo(Institution state, LocalDate on) =>
        (From is null && state.Names.Entries[^1].Value == Name) || state.Names.Entries.Contains(new(From ?? on, Name));

    protected override Refusal? Against(Institution state, InstitutionContext context) => Ended(state);

    protected override IEnumerable<Fault?> Faults(Institution state, InstitutionContext context, LocalDate on) =>
        [.. Text("/name", Name), .. Text("/document", Document), Day("/from", From), Zones.NotBefore(state, "/from", From ?? on)];

    protected override InstitutionEvent Event(Institution state, InstitutionContext context, LocalDate on) =>
        new InstitutionRenamed(on, Name, From ?? on, Document);
}

/// <summary>Its registered address lies in another zone from a day on, or in none.</summary>
/// <remarks>Refuses further with <c>institution-ended</c>, <c>before-entry</c>, <c>zone-unknown</c>.</remarks>
/// <param name="Zone">Null: out of every zone.</param>
/// <param name="From">Null: from the date of the paper.</param>
public sealed record MoveInstitution(string? Zone, string Document, LocalDate? From = null, LocalDate? On = null) : InstitutionCommand(On)
{
    protected override bool IsSo(Institution state, LocalDate on) =>
        (From is null && state.Zones.Entries[^1].Value == Zone) || state.Zones.Entries.Contains(new(From ?? on, Zone));

    protected override Refusal? Against(Institution state, InstitutionContext context) => Ended(state);

    protected override IEnumerable<Fault?> Faults(Institution state, InstitutionContext context, LocalDate on) =>
    [
        .. Text("/document", Document), Day("/from", From), Zones.Unknown("/zone", Zone, context.Programme), Zones.NotBefore(state, "/from", From ?? on),
    ];

    protected override InstitutionEvent Event(Institution state, InstitutionContext context, LocalDate on) =>
        new InstitutionMoved(on, Zone, From ?? on, Document);
}

/// <summary>It became part of another institution of the register. What it was recognised as does not pass over by itself: the other's own papers say so.</summary>
/// <remarks>Refuses further with <c>institution-ended</c>, <c>merge-into-itself</c>, <c>merge-into-unknown</c>, <c>merge-into-ended</c>.</remarks>
/// <param name="Into">The other's code.</param>
/// <param name="From">The first day on which it is one itself no more; null: the date of the paper.</param>
public sealed record MergeInstitution(string Into, string Document, LocalDate? From = null, LocalDate? On = null) : InstitutionCommand(On)
{
    public override string? Other => Into;

    protected override bool IsSo(Institution state, LocalDate on) => state.Ending is { } ending && ending.Into == Into && (From is null || From == ending.From);

    protected override Refusal? Against(Institution state, InstitutionContext context) => Ended(state);

    protected override IEnumerable<Fault?> Faults(Institution state, InstitutionContext context, LocalDate on)
    {
        var other = context.Others.GetValueOrDefault(Into);
        return
        [
            Into == state.Code ? Fault.At("/into", "merge-into-itself", Into)
                : other is not { IsEntered: true } ? Fault.At("/into", "merge-into-unknown", Into)
                : other.Ending is { } ending && (ending.From <= (From ?? on) || ending.Into == state.Code) ? Fault.At("/into", "merge-into-ended", Into, ending.From)
                : null,
            .. Text("/document", Document), Day("/from", From), Zones.NotBefore(state, "/from", From ?? on),
        ];
    }

    protected override InstitutionEvent Event(Institution state, InstitutionContext context, LocalDate on) =>
        new InstitutionMerged(on, Into, From ?? on, Document);
}

/// <summary>It is there no more from a day on.</summary>
/// <remarks>Refuses further with <c>institution-ended</c>, <c>before-entry</c>.</remarks>
/// <param name="From">The first day; null: the date of the paper.</param>
public sealed record CloseInstitution(string Document, LocalDate? From = null, LocalDate? On = null) : InstitutionCommand(On)
{
    protected override bool IsSo(Institution state, LocalDate on) => state.Ending is { Into: null } ending && (From is null || From == ending.From);

    protected override Refusal? Against(Institution state, InstitutionContext context) => Ended(state);

    protected override IEnumerable<Fault?> Faults(Institution state, InstitutionContext context, LocalDate on) =>
        [.. Text("/document", Document), Day("/from", From), Zones.NotBefore(state, "/from", From ?? on)];

    protected override InstitutionEvent Event(Institution state, InstitutionContext context, LocalDate on) => new InstitutionClosed(on, From ?? on, Document);
}

file static class Zones
{
    public static Fault? Unknown(string pointer, string? zone, ProgrammeDocument programme) => zone is null || programme.FindZone(zone) is not null
        ? null
        : Fault.At(pointer, "zone-unknown", zone);

    public static Fault? NotBefore(Institution state, string pointer, LocalDate from) => from < state.Names.Entries[0].From
        ? Fault.At(pointer, "before-entry", from, state.Names.Entries[0].From)
        : null;
}
