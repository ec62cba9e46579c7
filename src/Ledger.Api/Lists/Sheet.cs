using System.Globalization;

namespace Ledger.Api.Lists;

/// <summary>A file of rows, before anything is made of them.</summary>
/// <param name="Name">Of the worksheet; null for CSV.</param>
/// <param name="Encoding">Of the text, such as <c>GB18030</c>; null for XLSX.</param>
/// <param name="Rows">Those that hold anything.</param>
public sealed record Sheet(ListFormat Format, string? Name, string? Encoding, IReadOnlyList<SheetRow> Rows);

/// <param name="Number">From 1, as a table program numbers it.</param>
/// <param name="Cells">From the first column on; those after the last one are empty.</param>
public sealed record SheetRow(int Number, IReadOnlyList<Cell> Cells)
{
    public Cell this[int column] => column < Cells.Count ? Cells[column] : Cell.None;

    public bool IsEmpty => Cells.All(cell => cell is Cell.Nothing || (cell is Cell.Words { Value: var text } && string.IsNullOrWhiteSpace(text)));
}

public enum ListFormat
{
    Csv,
    Xlsx,
}

/// <summary>A cell's name as a table program shows it.</summary>
public static class CellName
{
    /// <param name="row">From 1.</param>
    /// <param name="column">From 0.</param>
    /// <returns>Such as <c>C13</c>.</returns>
    public static string Of(int row, int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The column of a name such as <c>C13</c>, from 0; null where it is none.</summary>
    public static int? ColumnOf(string? name)
    {
        var column = 0;
        foreach (var letter in (name ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4))
            column = (column * 26) + letter - 'A' + 1;
        return column == 0 ? null : column - 1;
    }
}
