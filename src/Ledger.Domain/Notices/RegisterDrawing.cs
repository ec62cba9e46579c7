using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Registers;

namespace Ledger.Domain.Notices;

/// <summary>Holds every counted series of every zone's return beside what the register counts.</summary>
internal sealed class RegisterDrawing(NoticeBasis basis, Yardstick yardstick, CellBook cells)
{
    private readonly ProgrammeDocument programme = basis.Programme.Document;

    /// <returns>Null of a programme that counts nothing from the register.</returns>
    public NoticeRegister? Draw()
    {
        var countings = SeriesCounting.Of(programme, basis.Period);
        if (countings.Count == 0)
            return null;
        var zones = programme.ZonesIn(basis.Period);
        List<RegisterLine> lines =
        [
            .. from counting in countings
               where zones.Any(zone => basis.Registered.ContainsKey((zone.Code, counting.Series.Code)))
               select new RegisterLine(
                   counting.Series.Code, counting.Series.Id, counting.Series.Name, counting.Series.Unit,
                   [.. zones.Select(zone => cells.Print("register", $"{zone.Code}", counting.Series.Code, Difference(zone, counting.Series), 0))]),
        ];
        var compared = lines.SelectMany(line => zones.Zip(line.Cells)).Where(each => each.Second.Value is not null).ToList();
        return new()
        {
            Series = lines,
            Agreeing = Count("agreeing", compared.Where(each => each.Second.Value == 0)),
            Differing = Count("differing", compared.Where(each => each.Second.Value != 0)),
        };
    }

    private Derivation Difference(Zone zone, Series series) => Reckoning.Difference(
        Formulas.RegisterDifference, new("value", yardstick.Value(series, zone.Code, basis.Period)), new("registered", Registered(zone, series)));

    /// <remarks>The names behind a count are the register's to tell, not a notice's.</remarks>
    private Derivation Registered(Zone zone, Series series) => basis.Registered.TryGetValue((zone.Code, series.Code), out var count)
        ? Reckoning.Given(Formulas.Registered, count)
        : Reckoning.None(Formulas.Registered, Absence.Missing(Reasons.NoRegister, zone.Code));

    private Cell Count(string what, IEnumerable<(Zone Zone, Cell Cell)> counted) => cells.Print(
        "register", Zone.League, what, Reckoning.Sum([.. counted.Select(each => new Input(each.Zone.Code, Compared(each.Cell)))]) with { Formula = Formulas.Count }, 0);

    private Derivation Compared(Cell difference) => Reckoning.Given(Formulas.Compared, Rational.One) with
    {
        Inputs = [new("difference", cells.Of(difference) with { Rounding = null })],
    };
}
