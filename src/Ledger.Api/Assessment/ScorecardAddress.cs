using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ledger.Api.Assessment;

/// <summary>Which cell of which zone's scorecard: what <c>/explain/{cell}</c> names, beside the cells of notices (<see cref="Notices.CellAddress"/>).</summary>
/// <remarks>
/// <c>scorecard.2023.1.XLHT.CELL</c> is a cell of a recorded edition, the same for ever; <c>scorecard.2023.draft.XLHT.CELL</c> one of
/// what would be recorded, as of the moment asked about. A cell is a node of the scheme, for its points (<c>A1</c>, <c>A</c>, <c>total</c>),
/// or a node with <c>.score</c> or <c>.place</c>; or <see cref="Bonus"/>, <see cref="Deduction"/>, <see cref="Final"/>,
/// <see cref="Place"/>, <see cref="TrackPlace"/>, <see cref="Grade"/> of the zone.
/// </remarks>
/// <param name="Edition">Null: the draft.</param>
public sealed record ScorecardAddress(int Year, int? Edition, string Zone, string Cell)
{
    public const string Bonus = "bonus";
    public const string Deduction = "deduction";
    public const string Final = "final";
    public const string Place = "place";
    public const string TrackPlace = "track-place";
    public const string Grade = "grade";
    public const string OfScore = ".score";
    public const string OfPlace = ".place";

    private const string Draft = "draft";

    public static bool TryParse(string? text, [NotNullWhen(true)] out ScorecardAddress? address)
    {
        address = null;
        if (text?.Split('.', 5) is not ["scorecard", var year, var edition, { Length: > 0 } zone, { Length: > 0 } cell] || !IsNumber(year, out var of))
            return false;
        if (edition == Draft)
            address = new(of, Edition: null, zone, cell);
        else if (IsNumber(edition, out var number))
            address = new(of, number, zone, cell);
        return address is not null;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"scorecard.{Year}.{Edition?.ToString(CultureInfo.InvariantCulture) ?? Draft}.{Zone}.{Cell}");

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
