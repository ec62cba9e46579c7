using Ledger.Domain.Assessment.Scoring;

namespace Ledger.Domain.Tests.Assessment;

/// <summary>The plan's worked example: the annual assessment of 2023 for two zones, all data invented.</summary>
internal static class WorkedExample
{
    public static Basis Year2023 { get; } = new()
    {
        Year = 2023,
        Zones = [Xlht, Dln],
        Ballots =
        [
            .. Votes("XLHT", "E1", 5, 4, 4, 4, 3), .. Votes("XLHT", "E2", 5, 5, 4, 4, 4), .. Votes("XLHT", "E3", 4, 4, 4, 4, 5),
            .. Votes("DLN", "E1", 4, 4, 3, 3, 2), .. Votes("DLN", "E2", 3, 3, 3, 4, 4), .. Votes("DLN", "E3", 4, 3, 4, 4, 3),
        ],
        Occurrences = [new("XLHT", "P2", 1), new("XLHT", "M2", 1), new("DLN", "M1", 1)],
    };

    private static ZoneBasis Xlht => new(
        "XLHT", "excellence",
        Values(
            ("Q02", Share(33.6m, 210)), ("Q03", Share(37.8m, 180)), ("Q01", 2), ("yoy(S01)", Growth(210, 200)),
            ("Q04", Share(2.52m, 140)), ("Q05", 2), ("S08", 38), ("S09", 92), ("Q08", 1), ("Q09", 1), ("Q10", 6),
            ("Q11+Q12+Q13", 3), ("Q14", 26), ("Q15", 27), ("S19", 7), ("good_returns", 1)),
        Values(("Q02", 11), ("Q03", 14), ("Q04", 1.2m), ("S08", 20), ("S09", 40)));

    private static ZoneBasis Dln => new(
        "DLN", "upgrade",
        Values(
            ("Q02", Share(8.4m, 80)), ("Q03", Share(9.1m, 70)), ("Q01", 1), ("yoy(S01)", Growth(80, 72)),
            ("Q04", Share(0.55m, 50)), ("Q05", 0), ("S08", 9), ("S09", 3), ("Q08", 1), ("Q09", 0), ("Q10", 1),
            ("Q11+Q12+Q13", 0), ("Q14", 5), ("Q15", 6), ("S19", 3), ("good_returns", new Rational(3, 5))),
        Values(("Q02", 5), ("Q03", 8), ("Q04", 0.5m), ("S08", 5), ("S09", 4)));

    public static Basis With(this Basis basis, string zone, string metric, MetricValue value) => basis with
    {
        Zones =
        [
            .. basis.Zones.Select(each => each.Zone != zone ? each : each with
            {
                Metrics = new Dictionary<string, MetricValue>(each.Metrics) { [metric] = value },
            }),
        ],
    };

    public static IEnumerable<Ballot> Votes(string zone, string criterion, params IEnumerable<decimal> levels) =>
        levels.Select((level, index) => new Ballot($"member-{index + 1}", zone, criterion, level));

    public static Dictionary<string, MetricValue> Values(params IEnumerable<(string Metric, Rational Value)> values) =>
        values.ToDictionary(pair => pair.Metric, pair => (MetricValue)new MetricValue.Known(pair.Value));

    private static Rational Share(Rational numerator, Rational denominator) => 100 * numerator / denominator;

    private static Rational Growth(Rational now, Rational before) => 100 * ((now / before) - 1);
}
