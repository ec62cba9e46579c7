using Ledger.Domain.Measures;
using Ledger.Domain.Programme;

namespace Ledger.Domain.Notices;

/// <summary>Prints numbers, and remembers under each one's id how it came about.</summary>
internal sealed class CellBook(Period period)
{
    private readonly Dictionary<string, Derivation> derivations = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Derivation> Derivations => derivations;

    public Cell Print(string subject, string zone, string quantity, Derivation derivation, int places) =>
        Print($"{subject}.{zone}.{quantity}", derivation, places);

    /// <param name="path">What stands after the period in the id.</param>
    public Cell Print(string path, Derivation derivation, int places)
    {
        var id = $"{period}.{path}";
        var printed = derivation.Printed(places);
        derivations[id] = printed;
        return Of(id, printed);
    }

    /// <summary>The derivation of what was printed.</summary>
    public Derivation Of(Cell cell) => derivations[cell.Id];

    public static Cell Of(string id, Derivation printed) => new(
        id, printed.Rounding?.Printed, printed.Absence?.Reason, printed.Note,
        printed.Absence is { Zones: { Count: > 0 } zones } && id.Contains($".{Zone.League}.", StringComparison.Ordinal) ? zones : null);
}
