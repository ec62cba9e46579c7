using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Assessment.Scoring;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;
using Basis = Ledger.Domain.Assessment.Scoring.Basis;

namespace Ledger.Domain.Assessment.Results;

/// <summary>What a year's result is worked out from, as the ledger holds it: figures measured by the programme, and the committee's acts.</summary>
public static class YearBasis
{
    /// <remarks>
    /// Ballots, items and vetoes that the scheme does not know are left out: they were recorded under a scheme that another has superseded.
    /// </remarks>
    /// <param name="accepted">As of the position of the figures; those that are not accepted are left aside.</param>
    /// <param name="returns">Of the year, as of the same position.</param>
    /// <param name="lastGrades">The grades of the year before, by zone; null where that year was not assessed.</param>
    /// <param name="frozenOn">The day of the figures: a return whose deadline had not passed by then, and that was not accepted, was not due.</param>
    /// <exception cref="ArgumentException">A metric speaks of what the programme does not have.</exception>
    public static DerivedBasis Of(
        AssessmentScheme scheme, ProgrammeDocument programme, FigureBook accepted, IReadOnlyCollection<ZoneReturn> returns,
        AssessmentYear state, IReadOnlyDictionary<string, string>? lastGrades, LocalDate frozenOn)
    {
        var zones = programme.ZonesIn(Period.OfYear(state.Year));
        var metrics = new YearMetrics(
            programme, new Yardstick(programme, accepted), new GoodReturns(programme, returns, state.Year, frozenOn), state.Year, scheme.BaselineYear);
        var values = Measure(scheme.Metrics, zones, metrics.Value);
        var starting = scheme.Tree.SelfAndBelow()
            .Where(node => node.Rule is { } rule && RuleSettings.StartsFromBaseline(rule))
            .Select(node => node.Rule!.Metric).ToHashSet();
        SchemeMetric[] started = [.. scheme.Metrics.Where(metric => starting.Contains(metric.Id))];
        var baselines = Measure(started, zones, metrics.Baseline);
        var basis = new Basis
        {
            Year = state.Year,
            Zones =
            [
                .. zones.Select(zone => new ZoneBasis(
                    zone.Code, zone.Track.Word(), OfZone(zone.Code, scheme.Metrics.Select(metric => metric.Id), values),
                    OfZone(zone.Code, started.Select(metric => metric.Id), baselines))
                {
                    IsRanked = state.Unranked.All(unranked => unranked.Zone != zone.Code),
                    LastGrade = lastGrades?.GetValueOrDefault(zone.Code),
                    Merged = programme.MembersOn(zone.Code, Period.OfYear(state.Year).End) is [_, _, ..] members
                        ? [.. members.Where(member => member != zone.Code)]
                        : null,
                }),
            ],
            Ballots = [.. Ballots(scheme, zones, state)],
            Recusals =
            [
                .. from zone in zones
                   from member in state.Members
                   where state.IsRecused(member.Officer, zone)
                   select new Recusal(member.Officer, zone.Code),
            ],
            Occurrences = [.. Occurrences(scheme, state)],
            Vetoes =
            [
                .. state.Vetoes.Where(veto => veto.Lifted is null && scheme.Vetoes.Any(item => item.Id == veto.Item))
                    .Select(veto => new ZoneVeto(veto.Zone, veto.Item)).Distinct(),
            ],
        };
        return new DerivedBasis(basis, values, baselines);
    }

    private static Dictionary<(string Zone, string Metric), Derivation> Measure(
        IReadOnlyList<SchemeMetric> metrics, IReadOnlyList<Zone> zones, Func<SchemeMetric, string, Derivation> measure) =>
        (from zone in zones
         from metric in metrics
         select (zone.Code, Metric: metric)).ToDictionary(each => (each.Code, each.Metric.Id), each => measure(each.Metric, each.Code));

    private static Dictionary<string, MetricValue> OfZone(
        string zone, IEnumerable<string> metrics, Dictionary<(string Zone, string Metric), Derivation> derivations) =>
        metrics.ToDictionary(metric => metric, metric => Said(derivations[(zone, metric)]));

    private static MetricValue Said(Derivation derivation) => derivation switch
    {
        { Exact: { } exact } => new MetricValue.Known(exact),
        { Absence: { Kind: AbsenceKind.Missing, Reason: var reason } } => new MetricValue.Missing(reason),
        { Absence.Reason: var reason } => new MetricValue.NotApplicable(reason),
        _ => throw new ArgumentException("A derivation without a value says why.", nameof(derivation)),
    };

    /// <summary>In the order of zones, criteria and members, so that the same ballots always make the same basis.</summary>
    private static IEnumerable<Ballot> Ballots(AssessmentScheme scheme, IReadOnlyList<Zone> zones, AssessmentYear state)
    {
        var opened = state.Opened.Values.OrderBy(ballot => ballot.Member, StringComparer.Ordinal)
            .ToLookup(ballot => (ballot.Zone, ballot.Criterion));
        return
            from zone in zones
            from node in scheme.Tree.SelfAndBelow()
            where node.Rule?.Levels is not null
            from ballot in opened[(zone.Code, node.Id)]
            where node.Rule!.Levels!.Any(level => level.Level == ballot.Level)
            select new Ballot(ballot.Member, ballot.Zone, ballot.Criterion, ballot.Level);
    }

    private static IEnumerable<Occurrence> Occurrences(AssessmentScheme scheme, AssessmentYear state)
    {
        var recorded = scheme.Bonus.Items.Concat(scheme.Deduction.Items)
            .Where(item => item.EarnedBy is null).Select(item => item.Id).ToHashSet();
        return state.Adjustments.Where(adjustment => adjustment.Lifted is null && recorded.Contains(adjustment.Item))
            .Select(adjustment => new Occurrence(adjustment.Zone, adjustment.Item, adjustment.Count));
    }
}

/// <summary>A basis with how each of its values came about.</summary>
/// <param name="Metrics">By zone and the scheme's id of the metric.</param>
/// <param name="Baselines">Of the metrics whose rule starts from one.</param>
public sealed record DerivedBasis(
    Basis Basis,
    IReadOnlyDictionary<(string Zone, string Metric), Derivation> Metrics,
    IReadOnlyDictionary<(string Zone, string Metric), Derivation> Baselines);
