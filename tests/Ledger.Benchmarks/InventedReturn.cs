using Ledger.Domain.Access;
using Ledger.Domain;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Reporting.Checks;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Benchmarks;

/// <summary>A return with invented figures, the same for the same zone and period.</summary>
public sealed record InventedReturn(string StreamId, IReadOnlyList<Recorded<ReturnEvent>> Events)
{
    private static readonly IReadOnlyDictionary<string, Evidence> NoEvidence = new Dictionary<string, Evidence>();

    /// <summary>Reported, submitted and accepted within its deadline.</summary>
    public static InventedReturn Accepted(ProgrammeDocument programme, Zone zone, Period period, Actor reviewer)
    {
        var reporter = new Actor(Loading.ReporterOf(zone), zone.Code, Role.Reporter, zone.Code);
        var (state, events) = (ZoneReturn.Stream(zone.Code, period).Initial, new List<Recorded<ReturnEvent>>());
        var on = period.End.PlusDays(5);
        Take(new ReportFigures(Figures(programme, zone, period, round: 0), On: on).Decide(state, programme, NoEvidence, reporter, on), reporter);
        Explanation[] explanations =
        [
            .. ReturnChecks.Run(programme, state, FigureBook.Empty)
                .Where(finding => finding.Level == CheckLevel.Warning).Select(finding => new Explanation(finding.Check, "示例數據")),
        ];
        Take(new SubmitReturn([new("填報人", "示例")], explanations, on).Decide(state, programme, FigureBook.Empty, reporter, on), reporter);
        Take(new AcceptReturn(on).Decide(state, programme, FigureBook.Empty, reviewer, on), reviewer);
        return new(ZoneReturn.StreamId(zone.Code, period), events);

        void Take(Decision<ReturnEvent> decision, Actor actor)
        {
            if (decision.Refusal is { } refusal)
            {
                throw new InvalidOperationException(
                    $"{zone.Code} {period}: {refusal.Code} {string.Join("; ", refusal.Faults.Select(fault => $"{fault.Pointer} {fault.Code}"))}");
            }

            foreach (var @event in decision.Events)
            {
                var recorded = new Recorded<ReturnEvent>(@event, new Provenance(
                    Guid.NewGuid(), ZoneReturn.StreamId(zone.Code, period), events.Count + 1, events.Count, Instant.FromUnixTimeTicks(0), actor));
                events.Add(recorded);
                state = ZoneReturn.Stream(zone.Code, period).Evolve(state, recorded);
            }
        }
    }

    /// <param name="round">Another round states other values.</param>
    public static IReadOnlyList<FigureLine> Figures(ProgrammeDocument programme, Zone zone, Period period, int round) =>
        [.. programme.Quarterly().Select(series => new FigureLine(series.Code, Value(programme, series, zone, period) + round))];

    // Rising over the year and the years, parts below their wholes, every zone a little different.
    private static decimal Value(ProgrammeDocument programme, Series series, Zone zone, Period period)
    {
        var seed = zone.Code.Sum(letter => letter) % 17;
        var size = series.Places == 0 ? 1m : series.Within is null ? 40.25m : 7.5m;
        var growth = period.Year - programme.FirstYear + 1 + (series.Places == 0 ? 0 : 0.01m * seed);
        return decimal.Round(size * growth * (series.Kind == SeriesKind.Flow ? period.Quarter : 1) + seed, series.Places);
    }
}
