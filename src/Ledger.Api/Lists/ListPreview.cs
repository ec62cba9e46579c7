using Ledger.Api.Web;

namespace Ledger.Api.Lists;

/// <summary>What a list would record, before it does.</summary>
/// <param name="Sheet">The worksheet that was read; null for CSV.</param>
/// <param name="Encoding">In which a CSV was read; null for XLSX.</param>
/// <param name="Rows">How many the list has.</param>
/// <param name="Recorded">Which of them would record something; what is so already would not.</param>
/// <param name="Faults">Where there is one, nothing can be recorded.</param>
public sealed record ListPreview(
    ListFormat Format, string? Sheet, string? Encoding, int Rows, IReadOnlyList<ListLine> Recorded, IReadOnlyList<ListFaultView> Faults)
{
    public static ListPreview Of(ListOutcome outcome, ITexts texts) => new(
        outcome.Sheet.Format, outcome.Sheet.Name, outcome.Sheet.Encoding, outcome.Rows, outcome.Lines,
        [.. outcome.Faults.Select(fault => ListFaultView.Of(fault, texts))]);
}

/// <param name="Pointer">The row of the sheet from 0 and the field: <c>/rows/12/zone</c>.</param>
/// <param name="Cell">Such as <c>C13</c>; null where the row as a whole is at fault.</param>
/// <param name="Row">As a table program numbers it.</param>
/// <param name="Heading">Of the column, as the file has it.</param>
/// <param name="Detail">What is wrong, and what would be right, in the reader's language.</param>
public sealed record ListFaultView(string Pointer, string? Cell, int Row, string? Heading, string Code, string Detail)
{
    public static ListFaultView Of(ListFault fault, ITexts texts) =>
        new(fault.Place, fault.Cell, fault.Row, fault.Heading, fault.Why.Code, fault.Why.In(texts));
}
