using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Measures;

/// <summary>Measures zones and the league by the programme, on the figures that were accepted and on nothing else.</summary>
/// <remarks>
/// The league's value comes from the zones' values summed, never from their ratios, and is not there when a zone's is not.
/// What was worked out once is kept, so one yardstick serves one thread.
/// </remarks>
public sealed class Yardstick
{
    private readonly FigureBook accepted;
    private readonly IReadOnlyDictionary<(string Zone, string Series, Period Period), Figure> instead;
    private readonly Dictionary<(string Series, string Zone, Period Period), Derivation> values = [];
    private readonly Dictionary<(string Subject, string Zone, LocalDate At), Derivation> baselines = [];

    /// <param name="figures">As they stood at one position; those that are not accepted are left aside.</param>
    public Yardstick(ProgrammeDocument programme, FigureBook figures)
        : this(programme, figures.Accepted(), new Dictionary<(string, string, Period), Figure>(), new Constants(programme))
    {
    }

    private Yardstick(
        ProgrammeDocument programme, FigureBook accepted,
        IReadOnlyDictionary<(string Zone, string Series, Period Period), Figure> instead, Constants constants)
    {
        Programme = programme;
        this.accepted = accepted;
        this.instead = instead;
        Constants = constants;
    }

    public ProgrammeDocument Programme { get; }

    /// <summary>The figures that count.</summary>
    public IReadOnlyCollection<Figure> Accepted => accepted.All;

    internal Constants Constants { get; }

    /// <summary>The same with some figures standing otherwise: before a correction, or what if.</summary>
    public Yardstick With(IEnumerable<Figure> otherwise)
    {
        var replaced = new Dictionary<(string, string, Period), Figure>(instead);
        foreach (var figure in otherwise)
            replaced[(figure.Zone, figure.Series, figure.Period)] = figure;
        return new(Programme, accepted, replaced, Constants);
    }

    /// <param name="subject">The code or the number of an indicator, or the code of a combined target.</param>
    /// <param name="zone">A zone's code or <see cref="Zone.League"/>.</param>
    /// <returns>Null when the programme has no such target.</returns>
    public Reading? Read(string subject, string zone, Period period)
    {
        if (Programme.FindIndicator(subject) is { } indicator)
            return IsThere(zone, period) ? new IndicatorReading(this, indicator, zone, period).Read() : NotThere(indicator.Code);
        if (Programme.CombinedTargets.FirstOrDefault(target => target.Code == subject || target.Id == subject) is not { } combined)
            return null;
        return IsThere(zone, period) ? new CombinedReading(this, combined, zone, period).Read() : NotThere(combined.Code);

        Reading NotThere(string code) => TargetReading.None(code, zone, period, Reasons.ZoneNotThere);
    }

    /// <returns>Null when the programme has no such series.</returns>
    public SeriesReading? ReadSeries(string code, string zone, Period period)
    {
        if (Programme.FindSeries(code) is not { } series)
            return null;
        var value = Value(series, zone, period);
        var before = Value(series, zone, period.YearBefore);
        var quarter = Quarter(series, zone, period);
        var quarterBefore = Quarter(series, zone, period.YearBefore);
        return new(
            code, zone, period, value, before, Growth(series, value, before, zone, period),
            quarter, quarterBefore, Growth(series, quarter, quarterBefore, zone, period));
    }

    /// <summary>序時進度: months ÷ 12, in per cent.</summary>
    public static Derivation TimeProgress(Period period) => Reckoning.Percent(
        Formulas.TimeProgress,
        new("months", Reckoning.Given(Formulas.Count, period.Months)),
        new("year", Reckoning.Given(Formulas.Count, 12)));

    /// <summary>Year to date for a flow, at the end of the period for a stock; of a series told by quarters the year is its fourth.</summary>
    internal Derivation Value(Series series, string zone, Period period)
    {
        var key = (series.Code, zone, period);
        if (!values.TryGetValue(key, out var value))
            values[key] = value = zone == Zone.League ? Total(series, period) : Stated(series, zone, period);
        return value;
    }

    /// <summary>Year on year, in per cent; not given across a break, where the two would speak of different zones.</summary>
    internal Derivation Growth(Series series, string zone, Period period) =>
        Growth(series, Value(series, zone, period), Value(series, zone, period.YearBefore), zone, period);

    /// <summary>Every year's value from the programme's first to this period's, of the zone and of what had merged into it by then.</summary>
    internal Derivation Cumulative(Series series, string zone, Period period)
    {
        var members = zone == Zone.League ? [zone] : Programme.MembersOn(zone, period.End);
        return Reckoning.Sum(
        [
            .. from year in Enumerable.Range(Programme.FirstYear, Math.Max(0, period.Year - Programme.FirstYear)).Select(Period.OfYear).Append(period)
               let there = members.Where(member => IsThere(member, year)).ToList()
               where there.Count > 0
               select new Input(
                   year.ToString(),
                   there is [var one] ? Value(series, one, year) : Reckoning.Sum([.. there.Select(member => new Input(member, Value(series, member, year)))])),
        ]);
    }

    /// <summary>
    /// The value of the baseline year that a value of this period is compared with; for the league the sum of the zones', but of a share
    /// the league's own. Not there where a break lies between.
    /// </summary>
    internal Derivation Baseline(string subject, string zone, bool isShare, Period period) =>
        Broken(zone, new LocalDate(Programme.BaselineYear, 12, 31), period, isShare ? Against(subject) : Programme.FindSeries(subject)) is { } reason
            ? Reckoning.None(Formulas.Constant, Absence.NoBase(reason))
            : zone == Zone.League && isShare ? Constants.Baseline(zone, subject) : Stock(subject, zone, period);

    /// <summary>
    /// The baseline year's stock that what is new is counted from: the zone's and that of what has merged into it, which add up. Of a zone
    /// that was split it is not known.
    /// </summary>
    internal Derivation Stock(string subject, string zone, Period period)
    {
        var key = (subject, zone, Programme.Successions.Count == 0 ? default : period.End);
        if (!baselines.TryGetValue(key, out var stock))
            baselines[key] = stock = zone == Zone.League ? StockOfLeague(subject, period) : StockOfZone(subject, zone, period);
        return stock;
    }

    /// <summary>Whether the zone is one of those the period speaks of.</summary>
    internal bool IsThere(string zone, Period period) => Programme.IsThereIn(zone, period);

    private Derivation StockOfZone(string subject, string zone, Period period)
    {
        var members = Programme.MembersOn(zone, period.End);
        if (Programme.Successions.Any(each => each.Kind == SuccessionKind.Split && each.From <= period.End
            && each.Before.Concat(each.After).Any(members.Contains)))
        {
            return Reckoning.None(Formulas.Constant, Absence.NoBase(Reasons.ZoneBreak));
        }

        return members.Count == 1
            ? Constants.Baseline(zone, subject)
            : Reckoning.Sum([.. members.Select(member => new Input(member, Constants.Baseline(member, subject)))]);
    }

    /// <summary>Of every zone that was there from the beginning and whose place is still among the league's.</summary>
    private Derivation StockOfLeague(string subject, Period period)
    {
        var left = Programme.Successions.Where(each => each.Kind == SuccessionKind.Left && each.From <= period.End)
            .SelectMany(each => each.Before).SelectMany(zone => Programme.MembersOn(zone, period.End)).ToHashSet();
        return SumOfZones(
        [
            .. Programme.Zones.Where(zone => zone.From is null && !left.Contains(zone.Code))
                .Select(zone => new Input(zone.Code, Constants.Baseline(zone.Code, subject))),
        ]);
    }

    private Derivation Growth(Series series, Derivation value, Derivation before, string zone, Period period) =>
        value.Exact is not null && Broken(zone, period.YearBefore.End, period, series) is { } reason
            ? Reckoning.None(Formulas.Growth, Absence.NoBase(reason), new Input("value", value), new Input("base", before))
            : Reckoning.Growth(value, before);

    /// <summary>Why what was and what is cannot be compared: the zone is another, or the government whose product is stated.</summary>
    /// <returns>Null: they can.</returns>
    private string? Broken(string zone, LocalDate since, Period period, Series? of) =>
        Programme.BreakBetween(zone, since, period.End) is not null ? Reasons.ZoneBreak
        : of?.Total == Totalling.OncePerHost && Programme.IsHostedOtherwise(zone, since, period.End) ? Reasons.HostBreak
        : null;

    /// <summary>What an indicator's numerator is divided by.</summary>
    private Series? Against(string indicator) =>
        Programme.FindIndicator(indicator)?.Measure.Denominator is { } denominator ? Programme.FindSeries(denominator) : null;

    private Derivation Stated(Series series, string zone, Period period)
    {
        var stated = period.IsYear && series is { Annual: Demand.None, Quarterly: not Demand.None } ? Period.OfQuarter(period.Year, 4) : period;
        // What a zone had stated for a period that its successor answers for counts no more.
        var figure = IsThere(zone, stated) ? instead.GetValueOrDefault((zone, series.Code, stated)) ?? accepted.Find(zone, series.Code, stated) : null;
        return figure is null
            ? Reckoning.None(Formulas.Figure, Unstated(series, zone, stated))
            : Derivation.Of(figure) with { Note = series.IsPreliminaryIn(stated) ? Notes.Preliminary : null };
    }

    private Absence Unstated(Series series, string zone, Period period)
    {
        if (period.Year < Programme.FirstYear)
            return Absence.NotApplicable(Reasons.BeforeProgramme);
        if (!IsThere(zone, period))
            return Absence.NotApplicable(Reasons.ZoneNotThere);
        return series.DemandIn(period) switch
        {
            Demand.Required => Absence.Missing(Reasons.Missing, zone),
            Demand.Optional => Absence.NotApplicable(Reasons.NotDue),
            Demand.None => Absence.NotApplicable(Reasons.NotApplicable),
            _ => throw new ArgumentOutOfRangeException(nameof(series)),
        };
    }

    private Derivation Total(Series series, Period period)
    {
        Input[] parts = [.. Counted(series, period).Select(zone => new Input(zone.Code, Value(series, zone.Code, period)))];
        var total = SumOfZones(parts);
        if (series.Total != Totalling.Distinct || total.Exact is null)
            return total;
        var most = parts.Max(part => part.Of.Exact!.Value);
        // Where at most one zone has any there is nothing to have in common.
        return most == total.Exact ? total : total with { Formula = Formulas.AtLeast, Exact = most, Note = Notes.AtLeast };
    }

    /// <summary>Of zones that share a host and state its product, the first in the programme's order.</summary>
    private IEnumerable<Zone> Counted(Series series, Period period) => series.Total == Totalling.OncePerHost
        ? Programme.ZonesIn(period).DistinctBy(zone => zone is { GrpDenominator: GrpDenominator.HostProduct } && zone.HostOn(period.End) is { } host ? $"host {host}" : zone.Code)
        : Programme.ZonesIn(period);

    /// <summary>Not there when a zone's part is not, and then it says whose.</summary>
    private static Derivation SumOfZones(Input[] parts)
    {
        string[] lacking = [.. parts.Where(part => part.Of.Absence is not null).Select(part => part.Name)];
        if (lacking.Length == 0)
            return Reckoning.Sum(parts) with { Note = parts.Select(part => part.Of.Note).FirstOrDefault(note => note is not null) };
        var absences = parts.Select(part => part.Of.Absence).OfType<Absence>();
        var absence = absences.FirstOrDefault(each => each.Kind == AbsenceKind.Missing) ?? absences.First();
        return Reckoning.None(Formulas.Sum, absence with { Zones = lacking }, parts);
    }

    /// <summary>The quarter alone: what the year to date added since the quarter before .</summary>
    private Derivation Quarter(Series series, string zone, Period period)
    {
        if (series.Kind != SeriesKind.Flow || !period.IsQuarter)
            return Reckoning.NotApplicable(Formulas.SingleQuarter);
        var value = Value(series, zone, period);
        if (period.Quarter == 1)
            return value;
        var earlier = Period.OfQuarter(period.Year, period.Quarter - 1);
        Input[] inputs = [new("value", value), new("before", Value(series, zone, earlier))];
        if (value.Exact is not null && Broken(zone, earlier.End, period, series) is { } reason)
            return Reckoning.None(Formulas.SingleQuarter, Absence.NoBase(reason), inputs);
        var quarter = Reckoning.Difference(Formulas.SingleQuarter, inputs[0], inputs[1]);
        return quarter.Exact is { Sign: < 0 } ? quarter with { Note = Notes.Negative } : quarter;
    }
}
