using Ledger.Api.Reporting;
using Ledger.Api.Web.Http;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;

namespace Ledger.Api.Audit.Traces;

/// <summary>Which targets stand as they do because of a figure, measured at the moment asked about.</summary>
public sealed class TargetTraces(Facts facts)
{
    public async Task<IReadOnlyList<TargetTrace>> OfAsync(
        UsedFigure figure, ProgrammeDocument programme, AsOf asOf, CancellationToken cancellation)
    {
        var book = (await facts.BookAsync(new(asOf.Position, asOf.KnownOn), cancellation)).Accepted();
        var last = book.All.Select(accepted => accepted.Period.End).DefaultIfEmpty().Max();
        var use = new FigureUse(figure);
        var yardstick = new Yardstick(programme, book);
        // Nothing before the figure's own period rests on it. A target that is settled yearly shows the same in each quarter until the next year: it is told once.
        return
        [
            .. from target in programme.Indicators.Select(indicator => (indicator.Code, indicator.Name))
                    .Concat(programme.CombinedTargets.Select(combined => (combined.Code, combined.Name)))
               from zone in programme.Zones.Select(zone => zone.Code).Append(Zone.League)
               from period in programme.Periods()
               where period.End >= figure.Period.End && period.End <= last
               let reading = yardstick.Read(target.Code, zone, period)
               where reading.Settled == period && use.In(reading.Value)
               select new TargetTrace(target.Code, target.Name, zone, period, reading.Verdict, reading.Value.Exact),
        ];
    }
}
