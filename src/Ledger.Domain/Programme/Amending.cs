using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>What every act is held to that changes a part of the programme in force, and how it becomes the next version.</summary>
internal static class Amending
{
    /// <param name="refused">What stands against it in the programme in force; null: nothing.</param>
    /// <param name="faults">What is at fault in the command's own fields; the basis is looked at besides.</param>
    /// <param name="changed">The programme as it is to be; one that is the same makes no event.</param>
    public static Decision<ProgrammeEvent> Decide(
        ProgrammeHistory state, Basis basis, LocalDate? dated, Actor actor, LocalDate today,
        Func<ProgrammeDocument, Refusal?> refused, Func<ProgrammeDocument, IEnumerable<Fault?>> faults,
        Func<ProgrammeDocument, ProgrammeDocument> changed)
    {
        if (Permissions.Check(actor, Act.AdoptProgramme) is { } notAllowed)
            return notAllowed;
        if (state.InForce is not { } inForce)
            return Refusal.Of(RefusalKind.NotFound, "programme-missing");
        var before = inForce.Document;
        if (refused(before) is { } refusal)
            return refusal;
        var on = dated ?? today;
        if (RequestFaults.Any([.. faults(before), .. BasisFaults.Of(basis, on)]) is { } wrong)
            return wrong;
        var after = changed(before);
        var changes = DocumentChanges.Between(before, after);
        if (changes is [])
            return Decision<ProgrammeEvent>.Accept();
        if (DocumentDate.Check(on, inForce.On, today) is { } misdated)
            return misdated;
        // An amendment never leaves a programme that could not be adopted whole.
        return ProgrammeFaults.Of(after) is [_, ..] broken
            ? Refusal.OfFaults(RefusalKind.Invalid, "programme-faulty", [.. broken.Select(fault => fault with { Pointer = $"/document{fault.Pointer}" })])
            : new ProgrammeAmended(on, state.Versions.Count + 1, after, basis, changes);
    }

    /// <returns><c>zone-unknown</c>, <c>zone-ended</c>, or null where there is such a zone still.</returns>
    public static Refusal? Standing(ProgrammeDocument programme, params IEnumerable<string> codes)
    {
        foreach (var code in codes)
        {
            if (programme.FindZone(code) is not { } zone)
                return Refusal.Of(RefusalKind.NotFound, "zone-unknown", code, string.Join(", ", programme.Zones.Select(each => each.Code)));
            if (zone.Until is { } until)
                return Refusal.Of(RefusalKind.Conflict, "zone-ended", code, until);
        }

        return null;
    }

    /// <summary>
    /// A change of zones is recorded once it is so: not for a day to come, and after the last of its kind on the same zones. What a zone is and what it
    /// is called often change on one day, and may; neither is recorded for a day before the other. Which government hosts it is a matter by itself, but
    /// for a zone that ends.
    /// </summary>
    /// <returns><c>zone-change-in-future</c>, <c>zone-change-before-last</c>, or null.</returns>
    public static Fault? From(ProgrammeDocument programme, ZoneChange change, LocalDate from, LocalDate today, params IEnumerable<string> codes)
    {
        if (from > today)
            return Fault.At("/from", "zone-change-in-future", from, today);
        Zone[] zones = [.. codes.Select(programme.FindZone).OfType<Zone>()];
        var stands = zones.SelectMany(zone => Changes(programme, zone)).Where(each => Bars(each.Change, change, each.From, from))
            .Select(each => each.From)
            .Concat(zones.Where(zone => from <= zone.From).Select(zone => zone.From!.Value));
        return stands.Select(day => (LocalDate?)day).Max() is { } last ? Fault.At("/from", "zone-change-before-last", from, last) : null;
    }

    private static IEnumerable<(ZoneChange Change, LocalDate From)> Changes(ProgrammeDocument programme, Zone zone) =>
        programme.BreaksOf(zone.Code).Where(each => each.Kind != BreakKind.Hosted)
            .Select(each => (each.Kind == BreakKind.Renamed ? ZoneChange.OfName : ZoneChange.OfZone, each.From))
            .Concat(zone.FormerHosts.Select(former => (ZoneChange.OfHost, former.Until.PlusDays(1))));

    private static bool Bars(ZoneChange known, ZoneChange change, LocalDate last, LocalDate from) => (known, change) switch
    {
        _ when known == change => from <= last,
        (ZoneChange.OfHost, ZoneChange.OfName) or (_, ZoneChange.OfHost) => false,
        _ => from < last,
    };

    /// <summary>The programme with one zone standing otherwise.</summary>
    public static ProgrammeDocument With(this ProgrammeDocument programme, string code, Func<Zone, Zone> changed) =>
        programme with { Zones = [.. programme.Zones.Select(zone => zone.Code == code ? changed(zone) : zone)] };
}

/// <summary>What of a zone is another from a day on.</summary>
internal enum ZoneChange
{
    OfName,
    OfHost,

    /// <summary>What it consists of, or whether it is there.</summary>
    OfZone,
}
