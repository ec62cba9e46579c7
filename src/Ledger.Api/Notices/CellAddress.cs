using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Ledger.Domain;

namespace Ledger.Api.Notices;

/// <summary>Which cell of which notice: what <c>/explain/{cell}</c> names, beside the cells of scorecards (<see cref="Assessment.ScorecardAddress"/>).</summary>
/// <remarks>
/// <c>notice.2023-Q3.1.CELL</c> is a cell of an issued edition, the same for ever; <c>draft.2023-Q3.CELL</c> one of what would be
/// issued, as of the moment asked about. A bare cell, which begins with its period, is read as one of that quarter's draft.
/// </remarks>
/// <param name="Number">Of the edition; null: the draft.</param>
/// <param name="Cell">As the content calls it.</param>
public sealed record CellAddress(Period Period, int? Number, string Cell)
{
    public static CellAddress Edition(Period period, int edition) => new(period, edition, "");

    public static CellAddress Draft(Period period) => new(period, Number: null, "");

    public static bool TryParse(string? text, [NotNullWhen(true)] out CellAddress? address)
    {
        address = text?.Split('.') switch
        {
            ["notice", var period, var number, _, ..]
                when Period.TryParse(period, out var of)
                    && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var edition) =>
                new(of.Value, edition, Rest(text, 3)),
            ["draft", var period, _, ..] when Period.TryParse(period, out var of) => new(of.Value, Number: null, Rest(text, 2)),
            [var period, _, ..] when Period.TryParse(period, out var of) => new(of.Value, Number: null, text),
            _ => null,
        };
        return address is not null;
    }

    public CellAddress Of(string cell) => this with { Cell = cell };

    public override string ToString() => Number is { } edition
        ? string.Create(CultureInfo.InvariantCulture, $"notice.{Period}.{edition}.{Cell}")
        : $"draft.{Period}.{Cell}";

    private static string Rest(string text, int parts) => text.Split('.', parts + 1)[parts];
}
