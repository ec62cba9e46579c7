using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Measures;

/// <summary>What another allocation of one target does to the zones' standing, on the figures as they are.</summary>
/// <param name="Subject">The code of the indicator, or of the combined target.</param>
/// <param name="Period">For which it is worked out; null: nothing was accepted yet, so only the parts differ.</param>
public sealed record AllocationEffect(string Subject, Period? Period, IReadOnlyList<ZoneEffect> Zones)
{
    /// <param name="after">The programme as it would be.</param>
    /// <param name="figures">As they stand.</param>
    public static AllocationEffect Of(ProgrammeDocument before, ProgrammeDocument after, FigureBook figures, string subject, Period? period)
    {
        var (old, @new) = (SharedTarget.Find(before, subject)!, SharedTarget.Find(after, subject)!);
        var (was, becomes) = (Stand(before), Stand(after));
        return new(
            old.Code, period,
            [
                .. before.Zones.Where(zone => Counts(zone, old) || Counts(zone, @new)).Select(zone => new ZoneEffect(
                    zone.Code, old.Parts.GetValueOrDefault(zone.Code), @new.Parts.GetValueOrDefault(zone.Code),
                    was.GetValueOrDefault(zone.Code), becomes.GetValueOrDefault(zone.Code))),
            ]);

        // Of a zone that is gone only a part that it still has is told.
        bool Counts(Zone zone, SharedTarget shared) =>
            shared.Parts.GetValueOrDefault(zone.Code) != 0 || period is not { } at || zone.ExistsOn(at.End);

        Dictionary<string, ZoneStanding> Stand(ProgrammeDocument programme)
        {
            if (period is not { } asked)
                return [];
            var yardstick = new Yardstick(programme, figures);
            var places = programme.FindIndicator(old.Code) is { } indicator
                ? PrintedPlaces.Of(programme, indicator)
                : PrintedPlaces.Of(programme, programme.CombinedTargets.First(combined => combined.Code == old.Code));
            var readings = programme.Zones.ToDictionary(zone => zone.Code, zone => yardstick.Read(old.Code, zone.Code, asked)!);
            var printed = readings.ToDictionary(reading => reading.Key, reading => Printed(reading.Value.Attainment, places.Attainment));
            var ranks = Ranking.Of(printed.Where(entry => entry.Value is not null).Select(entry => KeyValuePair.Create(entry.Key, entry.Value!.Value)));
            return readings.ToDictionary(reading => reading.Key, reading => new ZoneStanding(
                Printed(reading.Value.Value, places.Value), Printed(reading.Value.Target, places.Target), printed[reading.Key],
                ranks.TryGetValue(reading.Key, out var place) ? place.Rank : null, reading.Value.Verdict));
        }
    }

    private static decimal? Printed(Derivation derivation, int places) => derivation.Exact?.Round(places);
}

/// <param name="PartBefore">The zone's part of the league's target.</param>
/// <param name="Before">Null where there is no period to read.</param>
public sealed record ZoneEffect(string Zone, decimal PartBefore, decimal PartAfter, ZoneStanding? Before, ZoneStanding? After)
{
    /// <summary>Whether the zone stands better by it.</summary>
    public Bearing Bearing => (Before?.Attainment, After?.Attainment) switch
    {
        (null, null) => PartBefore == PartAfter ? Bearing.Same : PartAfter < PartBefore ? Bearing.Gains : Bearing.Loses,
        (null, _) => Bearing.Begins,
        (_, null) => Bearing.Ends,
        var (was, becomes) => was == becomes ? OfPlace : becomes > was ? Bearing.Gains : Bearing.Loses,
    };

    // What others are asked moves a zone of which nothing else is asked.
    private Bearing OfPlace =>
        Before!.Place == After!.Place ? Bearing.Same : After.Place < Before.Place ? Bearing.Gains : Bearing.Loses;
}

/// <summary>As it is printed; null where there is no value.</summary>
/// <param name="Target">At the end of the period.</param>
/// <param name="Attainment">完成率, in per cent.</param>
/// <param name="Place">Among the zones that have an attainment, by the printed one.</param>
public sealed record ZoneStanding(decimal? Value, decimal? Target, decimal? Attainment, int? Place, Verdict Verdict);

/// <summary>What a change of its part means to a zone.</summary>
public enum Bearing
{
    Same,

    /// <summary>It attains more of its part than before, or as much and comes to a better place; or it has a smaller part, without a figure yet.</summary>
    Gains,
    Loses,

    /// <summary>It had no part, and has one.</summary>
    Begins,

    /// <summary>It has no part any more, so nothing is asked of it.</summary>
    Ends,
}
