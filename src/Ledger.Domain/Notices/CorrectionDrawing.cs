using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Notices;

/// <summary>更正說明: what was corrected since the notice before, and what that changes in what was published.</summary>
internal sealed class CorrectionDrawing(NoticeBasis basis, Yardstick now, CellBook cells)
{
    private readonly ProgrammeDocument programme = basis.Programme.Document;

    public CorrectionEntry[] Draw()
    {
        Approved[] approved =
        [
            .. from state in basis.Returns
               where state.Period <= basis.Period && programme.FindZone(state.Zone) is not null
               from correction in state.Corrections
               where correction.Ruling is { Approved: true, Corrected: { } corrected } && corrected.Position > (basis.Before?.Position ?? -1)
                   // A later programme may be without the series, as without the zone; a notice speaks of what its own knows.
                   && programme.FindSeries(correction.Series) is not null
               orderby correction.Ruling!.Corrected!.Position
               select new Approved(state, correction, correction.Ruling!),
        ];
        // As it was published: every figure as it stood before the first of its corrections.
        var before = now.With(approved.DistinctBy(entry => entry.Key).Select(entry => entry.Ruling.Replaced!));
        var last = approved.GroupBy(entry => entry.Key).Select(group => group.Last()).ToHashSet();
        return [.. approved.Select(entry => Draw(entry, last.Contains(entry) ? new CorrectionEffects(before, now, cells, basis.Period) : null))];
    }

    private CorrectionEntry Draw(Approved entry, CorrectionEffects? effects)
    {
        var (state, correction, ruling) = entry;
        var series = programme.FindSeries(correction.Series)!;
        var zone = programme.ZoneNamedOn(state.Zone, basis.Period.End)!;
        var path = FormattableString.Invariant($"correction.{state.Zone}.{series.Code}.{state.Period}.{correction.Number}");
        return new(
            zone.Code, zone.Name, series.Code, series.Name, series.Unit, state.Period, correction.Number,
            cells.Print($"{path}.old", Derivation.Of(ruling.Replaced!), series.Places),
            cells.Print($"{path}.new", Derivation.Of(ruling.Corrected!), series.Places),
            correction.Kind, correction.Reason,
            new(correction.RequestedBy.Officer, correction.RequestedBy.Organisation, correction.RequestedOn),
            new(ruling.By.Officer, ruling.By.Organisation, ruling.On),
            ruling.Corrected!.Position,
            effects is null ? [] : [.. effects.Of(path, zone.Code, series, state.Period)]);
    }

    private sealed record Approved(ZoneReturn State, Correction Correction, Ruling Ruling)
    {
        public (string Zone, string Series, Period Period) Key => (State.Zone, Correction.Series, State.Period);
    }
}
