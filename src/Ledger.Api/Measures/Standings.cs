using Ledger.Api.Reporting;
using Ledger.Api.Web.Http;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Measures;

/// <summary>Where the league and the zones stand on the programme's targets, as of any moment, for pages that show many at once.</summary>
public sealed class Standings(Facts facts)
{
    /// <param name="asked">Null: the last quarter that every zone's return was accepted for; failing that, any zone's.</param>
    public async Task<Standing> ReadAsync(ProgrammeDocument programme, Period? asked, AsOf asOf, CancellationToken cancellation)
    {
        var book = (await facts.BookAsync(new(asOf.Position, asOf.KnownOn), cancellation)).Accepted();
        ILookup<Period, string> accepted = book.All
            .Where(figure => figure.Period.IsQuarter)
            .ToLookup(figure => figure.Period, figure => figure.Zone);
        var periods = accepted.Select(group => group.Key).Where(programme.Covers).Order().ToList();
        var whole = periods.FindLast(period => programme.ZonesIn(period).All(zone => accepted[period].Contains(zone.Code)));
        return new(
            programme, new Yardstick(programme, book), periods,
            asked ?? (whole != default ? whole : periods.Count > 0 ? periods[^1] : null));
    }
}

/// <summary>Readings over one book of figures.</summary>
/// <param name="Periods">The quarters that have accepted figures, in order of time.</param>
/// <param name="Period">The one shown; null where nothing was accepted yet.</param>
public sealed record Standing(ProgrammeDocument Programme, Yardstick Yardstick, IReadOnlyList<Period> Periods, Period? Period)
{
    /// <exception cref="InvalidOperationException">The programme has no such target.</exception>
    public Reading Read(string subject, string zone, Period period) =>
        Yardstick.Read(subject, zone, period) ?? throw new InvalidOperationException($"The programme has no target '{subject}'.");

    /// <summary>The periods in which an indicator is measured, up to the one shown: years for what is settled yearly, else quarters.</summary>
    public IReadOnlyList<Period> Course(Indicator indicator) => Period is not { } last
        ? []
        : Programme.IsAnnual(indicator)
            ? [.. Enumerable.Range(Programme.FirstYear, Programme.LastYear - Programme.FirstYear + 1).Select(Domain.Period.OfYear).Where(year => year.Year < last.Year || last.Quarter == 4)]
            : [.. Programme.Periods().Where(period => period.IsQuarter && period <= last)];
}
