using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

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
    private readonly Dictionary<(string Subject, string Zone), Derivation> baselines = [];

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
            return new IndicatorReading(this, indicator, zone, period).Read();
        return Programme.CombinedTargets.FirstOrDefault(target => target.Code == subject || target.Id == subject) is { } combined
            ? new CombinedReading(this, combined, zone, period).Read()
            : null;
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
            code, zone, period, value, before, Reckoning.Growth(value, before),
            quarter, quarterBefore, Reckoning.Growth(quarter, quarterBefore));
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

    /// <summary>Every year's value from the programme's first to this period's.</summary>
    internal Derivation Cumulative(Series series, string zone, Period period) => Reckoning.Sum(
    [
        .. Enumerable.Range(Programme.FirstYear, Math.Max(0, period.Year - Programme.FirstYear)).Select(Period.OfYear).Append(period)
            .Select(year => new Input(year.ToString(), Value(series, zone, year))),
    ]);

    /// <summary>The value of the baseline year; for the league the sum of the zones', but of a share the league's own.</summary>
    internal Derivation Baseline(string subject, string zone, bool isShare)
    {
        if (!baselines.TryGetValue((subject, zone), out var baseline))
        {
            baselines[(subject, zone)] = baseline = zone == Zone.League && !isShare
                ? SumOfZones([.. Programme.Zones.Select(each => new Input(each.Code, Baseline(subject, each.Code, isShare)))])
                : Constants.Baseline(zone, subject);
        }

        return baseline;
    }

    private Derivation Stated(Series series, string zone, Period period)
    {
        var stated = period.IsYear && series is { Annual: Demand.None, Quarterly: not Demand.None } ? Period.OfQuarter(period.Year, 4) : period;
        var figure = instead.GetValueOrDefault((zone, series.Code, stated)) ?? accepted.Find(zone, series.Code, stated);
        return figure is null
            ? Reckoning.None(Formulas.Figure, Unstated(series, zone, stated))
            : Derivation.Of(figure) with { Note = series.IsPreliminaryIn(stated) ? Notes.Preliminary : null };
    }

    private Absence Unstated(Series series, string zone, Period period)
    {
        if (period.Year < Programme.FirstYear)
            return Absence.NotApplicable(Reasons.BeforeProgramme);
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
        Input[] parts = [.. Counted(series).Select(zone => new Input(zone.Code, Value(series, zone.Code, period)))];
        var total = SumOfZones(parts);
        if (series.Total != Totalling.Distinct || total.Exact is null)
            return total;
        var most = parts.Max(part => part.Of.Exact!.Value);
        // Where at most one zone has any there is nothing to have in common.
        return most == total.Exact ? total : total with { Formula = Formulas.AtLeast, Exact = most, Note = Notes.AtLeast };
    }

    /// <summary>Of zones that share a host and state its product, the first in the programme's order.</summary>
    private IEnumerable<Zone> Counted(Series series) => series.Total == Totalling.OncePerHost
        ? Programme.Zones.DistinctBy(zone => zone is { GrpDenominator: GrpDenominator.HostProduct, Host: { } host } ? $"host {host}" : zone.Code)
        : Programme.Zones;

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
        var quarter = Reckoning.Difference(
            Formulas.SingleQuarter, new("value", value), new("before", Value(series, zone, Period.OfQuarter(period.Year, period.Quarter - 1))));
        return quarter.Exact is { Sign: < 0 } ? quarter with { Note = Notes.Negative } : quarter;
    }
}
