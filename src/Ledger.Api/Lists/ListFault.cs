using System.Globalization;
using Ledger.Api.Web;
using Ledger.Domain;

namespace Ledger.Api.Lists;

/// <summary>What is wrong with a list, by the cell that has to be mended.</summary>
/// <param name="Row">As a table program numbers it.</param>
/// <param name="Place">The row's number from 0 and, where a cell is at fault, the field: <c>/rows/12/zone</c>.</param>
/// <param name="Cell">Such as <c>C13</c>; null where the row as a whole is at fault.</param>
/// <param name="Heading">As the file has it.</param>
/// <param name="Why">A fault of the value, or the refusal that the act of this row met.</param>
public sealed record ListFault(int Row, string Place, string? Cell, string? Heading, ListFaultReason Why)
{
    public static ListFault OfCell(int row, int column, string? field, string? heading, ListFaultReason why) => new(
        row, Pointer(row, field), CellName.Of(row, column), heading, why);

    public static ListFault OfRow(int row, ListFaultReason why) => new(row, Pointer(row, field: null), Cell: null, Heading: null, why);

    private static string Pointer(int row, string? field) =>
        $"/rows/{(row - 1).ToString(CultureInfo.InvariantCulture)}{(field is null ? "" : $"/{field}")}";
}

/// <summary>One or the other: both have a stable code and words for it.</summary>
public sealed record ListFaultReason(Fault? Fault, Refusal? Refusal)
{
    public string Code => Fault?.Code ?? Refusal!.Code;

    public string In(ITexts texts) => Fault is { } fault ? texts.TextOf(fault) : texts.TextOf(Refusal!);

    public static implicit operator ListFaultReason(Fault fault) => new(fault, Refusal: null);

    public static implicit operator ListFaultReason(Refusal refusal) => new(Fault: null, refusal);
}
