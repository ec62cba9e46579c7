using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Programme;

/// <summary>The secretary puts a whole version of the programme into force: the first, or one that amends the last.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>programme-faulty</c> (every fault listed, pointers into the command),
/// <c>date-in-future</c> or <c>date-before-previous</c>. A document that says what is in force already makes no event.
/// </remarks>
/// <param name="On">The date of the act; today when null.</param>
public sealed record AdoptProgramme(ProgrammeDocument Document, Basis Basis, LocalDate? On = null)
{
    /// <summary>The longest text, in characters, that the basis may bear in one field.</summary>
    public const int LongestText = 500;

    public Decision<ProgrammeEvent> Decide(ProgrammeHistory state, Actor actor, LocalDate today)
    {
        if (Permissions.Check(actor, Act.AdoptProgramme) is { } notAllowed)
            return notAllowed;
        var on = On ?? today;
        Fault[] faults = [.. BasisFaults.Of(Basis, on), .. ProgrammeFaults.Of(Document).Select(fault => fault with { Pointer = $"/document{fault.Pointer}" })];
        if (faults.Length > 0)
            return Refusal.OfFaults(RefusalKind.Invalid, "programme-faulty", faults);

        var changes = state.InForce is { } inForce ? DocumentChanges.Between(inForce.Document, Document) : null;
        if (changes is [])
            return Decision<ProgrammeEvent>.Accept();
        if (DocumentDate.Check(on, state.InForce?.On, today) is { } misdated)
            return misdated;
        return changes is null
            ? new ProgrammeAdopted(on, 1, Document, Basis)
            : new ProgrammeAmended(on, state.Versions.Count + 1, Document, Basis, changes);
    }
}
