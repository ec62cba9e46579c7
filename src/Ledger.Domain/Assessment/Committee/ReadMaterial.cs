using Ledger.Domain.Access;

namespace Ledger.Domain.Assessment.Committee;

/// <summary>Who may read what a year's result is made of: drafts, what-ifs, proposals, opened ballots.</summary>
/// <remarks>
/// Ratified, a result is displayed in public (公示), and everybody in office reads it with all that came before it. Until then it is
/// for the year's committee, the secretary, the reviewer and the auditor. What happens after a reopening is so again until it is ratified.
/// A member declares their interest in a zone before seeing its material; one who is recused may read it, and not vote.
/// </remarks>
public static class ReadMaterial
{
    /// <param name="now">The year as it is now, whatever moment is asked about.</param>
    /// <param name="position">The moment asked about.</param>
    /// <param name="zones">Whose material it is.</param>
    /// <returns><c>not-allowed</c>, <c>not-a-member</c>, <c>interest-undeclared</c> with the zones, or null when the actor may.</returns>
    public static Refusal? Check(AssessmentYear now, Actor actor, long position, IEnumerable<string> zones)
    {
        if (now.Phase >= Phase.Ratified || position <= now.DisplayedUpTo)
            return null;
        if (Permissions.Check(actor, Act.ReadDraftResults) is { } notAllowed)
            return notAllowed;
        if (actor.Role is not (Role.Member or Role.Chair))
            return null;
        if (now.FindMember(actor.Officer) is null)
            return actor.Officer == now.Chair ? null : Refusal.Of(RefusalKind.NotAllowed, "not-a-member", actor.Officer, now.Year);
        var undeclared = string.Join(", ", zones.Where(zone => !now.Declarations.ContainsKey((actor.Officer, zone))));
        return undeclared.Length == 0 ? null : Undeclared(actor.Officer, undeclared);
    }

    internal static Refusal Undeclared(string member, string zones) =>
        Refusal.Of(RefusalKind.Conflict, "interest-undeclared", member, zones);
}
