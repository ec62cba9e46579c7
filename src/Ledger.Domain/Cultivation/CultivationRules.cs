using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Cultivation;

/// <summary>What every act on a zone's cultivation is held to, whoever does it.</summary>
internal static class CultivationRules
{
    /// <summary>The longest text, in characters, of a goal, a reason or a finding.</summary>
    public const int LongestText = 4000;

    /// <returns><c>not-allowed</c>, <c>zone-unknown</c>, <c>zone-ended</c>, or null.</returns>
    public static Refusal? ByOffice(CultivatedZone state, ProgrammeDocument programme, Actor actor) =>
        Permissions.Check(actor, Act.CultivateZones) ?? Amending.Standing(programme, state.Zone);

    /// <returns><c>not-allowed</c>, <c>not-your-zone</c>, <c>zone-unknown</c>, <c>zone-ended</c>, or null.</returns>
    public static Refusal? ByZone(CultivatedZone state, ProgrammeDocument programme, Actor actor) =>
        Permissions.Check(actor, Act.StateEligibility, state.Zone) ?? Amending.Standing(programme, state.Zone);

    /// <summary>The date of the paper: today unless given, never to come, never before the last act on the zone.</summary>
    public static (LocalDate On, Refusal? Refusal) Dated(CultivatedZone state, LocalDate? on, LocalDate today) =>
        DocumentDate.Of(on, state.LastActOn, today);

    public static Fault? Text(string pointer, string? text) => RequestFaults.Text(pointer, text, LongestText);
}
