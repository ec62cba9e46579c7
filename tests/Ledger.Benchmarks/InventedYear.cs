using System.Collections.Immutable;
using Ledger.Api.Assessment;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Benchmarks;

/// <summary>All that a year's assessment rests on, for as many zones as wanted: accepted figures, returns, five members' ballots.</summary>
public static class InventedYear
{
    private const int Year = 2023;
    private const int FirstYear = 2021;

    private static readonly string[] Members = ["member1", "member2", "member3", "member4", "member5"];
    private static readonly LocalDate FrozenOn = new(Year + 1, 5, 10);
    private static readonly Actor Reviewer = new("reviewer", "STAT", Role.Reviewer);

    public static YearFacts Of(int zones)
    {
        var programme = LargeProgramme.Of(zones, FirstYear);
        programme = programme with { Baselines = [.. programme.Zones.SelectMany(zone => Baselines(zone, Seed(zone)))] };
        Period[] periods =
        [
            .. Enumerable.Range(FirstYear, Year - FirstYear + 1)
                .SelectMany(year => Enumerable.Range(1, 4).Select(quarter => Period.OfQuarter(year, quarter)).Append(Period.OfYear(year))),
        ];
        var figures =
            from zone in programme.Zones
            from period in periods
            from series in programme.Series
            where series.DemandIn(period) != Demand.None
            select new Figure(
                zone.Code, series.Code, period, Value(series, period, Seed(zone)), FigureStatus.Accepted, 1, 0, period.End, period.End, Guid.Empty);
        return new(
            Stretched(programme), programme, new FigureBook(figures),
            [
                .. from zone in programme.Zones
                   from quarter in Enumerable.Range(1, 4)
                   select Accepted(programme, zone, Period.OfQuarter(Year, quarter)),
            ],
            Voted(programme), LastGrades: null, FrozenOn);
    }

    /// <summary>The proposed scheme, with a part of every allocation for the zones that the plan does not know.</summary>
    private static AssessmentScheme Stretched(ProgrammeDocument programme)
    {
        return ProposedScheme.Document with { Tree = Stretch(ProposedScheme.Document.Tree) };

        SchemeNode Stretch(SchemeNode node) => node with
        {
            Children = node.Children?.Select(Stretch).ToList(),
            Rule = node.Rule is { Allocation: { } parts } rule
                ? rule with
                {
                    Allocation = programme.Zones.Index().ToDictionary(
                        zone => zone.Item.Code, zone => parts.TryGetValue(zone.Item.Code, out var part) ? part : zone.Index % 3),
                }
                : node.Rule,
        };
    }

    private static AssessmentYear Voted(ProgrammeDocument programme) => AssessmentYear.Stream(Year).Initial with
    {
        Phase = Phase.Adjusting,
        Scheme = ProposedScheme.Document.Id,
        SchemeVersion = 1,
        ProgrammeVersion = 1,
        Members = [.. Members.Select(member => new CommitteeMember(member, member, "STB"))],
        FiguresPosition = 0,
        FrozenOn = FrozenOn,
        Opened = (from zone in programme.Zones
                  from criterion in new[] { "E1", "E2", "E3" }
                  from member in Members
                  let level = 1 + ((Seed(zone) + criterion[1] + member[^1]) % 5)
                  select new OpenedBallot(member, zone.Code, criterion, level, "示例", ["示例"], "00"))
            .ToImmutableDictionary(ballot => new BallotKey(ballot.Member, ballot.Zone, ballot.Criterion)),
    };

    private static ZoneReturn Accepted(ProgrammeDocument programme, Zone zone, Period period)
    {
        var history = InventedReturn.Accepted(programme, zone, period, Reviewer);
        return ZoneReturn.Stream(zone.Code, period).Fold(history.Events);
    }

    private static IEnumerable<Baseline> Baselines(Zone zone, int seed) =>
    [
        new(zone.Code, "hte_revenue_share", 5 + (seed % 9), "示例數據"),
        new(zone.Code, "ht_output_share", 7 + (seed % 8), "示例數據"),
        new(zone.Code, "rd_intensity", 0.5m + (0.1m * (seed % 7)), "示例數據"),
        new(zone.Code, "hte_count", 5 + (seed % 11), "示例數據"),
        new(zone.Code, "inv_patent_granted", 4 + (seed % 13), "示例數據"),
        .. new[] { "key_lab", "ent_rd_center", "incubator", "makerspace", "star_village" }
            .Select(stock => new Baseline(zone.Code, stock, seed % 3, "示例數據")),
    ];

    // Rising over the year and the years, every zone a little different.
    private static decimal Value(Series series, Period period, int seed)
    {
        var growth = period.Year - FirstYear + 1 + (0.01m * seed);
        var part = series.Kind == SeriesKind.Flow && period.IsQuarter ? period.Quarter / 4m : 1;
        return decimal.Round((series.Places == 0 ? 2 + (seed % 5) : series.Within is null ? 40.25m : 7.5m) * growth * part, series.Places);
    }

    private static int Seed(Zone zone) => zone.Code.Sum(letter => letter) % 97;
}
