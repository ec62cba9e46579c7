using Ledger.Domain;

namespace Ledger.Api.Lists;

/// <summary>A sheet read as the list it should be: which column is which, and the rows below the headings.</summary>
public sealed class ListTable
{
    /// <summary>A title may stand above the headings; what is further down is no heading.</summary>
    private const int DeepestHeadings = 10;

    private readonly List<ListFault> faults = [];
    private readonly Dictionary<string, ListPlace> places;

    private ListTable(Sheet sheet, IReadOnlyList<Column> columns)
    {
        Sheet = sheet;
        var headings = sheet.Rows.Take(DeepestHeadings).MaxBy(row => Headed(row, columns).Count())!;
        places = Places(headings, columns);
        Rows = [.. sheet.Rows.Where(row => row.Number > headings.Number).Select(row => new ListRow(row, places))];
        FindNamelessColumns(headings);
    }

    public Sheet Sheet { get; }

    public IReadOnlyList<ListRow> Rows { get; }

    /// <summary>Of the headings, and of every cell that was read so far.</summary>
    public IEnumerable<ListFault> Faults => faults.Concat(Rows.SelectMany(row => row.Faults));

    /// <summary>Whether the rows can be read at all: each column is there once.</summary>
    public bool IsHeaded => faults.Count == 0;

    public bool Has(Column column) => places.ContainsKey(column.Field);

    public static ListTable Of(Sheet sheet, IReadOnlyList<Column> columns) => new(sheet, columns);

    /// <summary>Refuses each row that speaks of what an earlier one speaks of, and names that row.</summary>
    /// <param name="subject">What a row speaks of.</param>
    /// <param name="column">Where it says so.</param>
    public static void RefuseRepeated<TStated, TSubject>(
        IEnumerable<TStated> stated, Func<TStated, TSubject> subject, Func<TStated, ListRow> row, Column column)
    {
        foreach (var same in stated.GroupBy(subject))
        {
            foreach (var again in same.Skip(1))
                row(again).Refuse(column.Field, Fault.At("", "row-repeated", row(same.First()).Number));
        }
    }

    private Dictionary<string, ListPlace> Places(SheetRow headings, IReadOnlyList<Column> columns)
    {
        var found = new Dictionary<string, ListPlace>(StringComparer.Ordinal);
        for (var index = 0; index < headings.Cells.Count; index++)
        {
            if (TextOf(headings[index]) is not { } heading)
                continue;
            if (columns.FirstOrDefault(column => column.IsHeadedBy(heading)) is not { } column)
                faults.Add(ListFault.OfCell(headings.Number, index, field: null, heading, Fault.At("", "heading-unknown", heading, Names(columns))));
            else if (!found.TryAdd(column.Field, new(column, index, heading)))
                faults.Add(ListFault.OfCell(headings.Number, index, column.Field, heading, Fault.At("", "heading-repeated", heading)));
        }

        foreach (var missing in columns.Where(column => column.IsRequired && !found.ContainsKey(column.Field)))
            faults.Add(ListFault.OfRow(headings.Number, Fault.At("", "heading-missing", missing.Heading, missing.Field)));
        return found;
    }

    // What stands in a column without a heading would be lost without a word.
    private void FindNamelessColumns(SheetRow headings)
    {
        var nameless = from row in Sheet.Rows
                       where row.Number > headings.Number
                       from cell in row.Cells.Index()
                       where TextOf(cell.Item) is not null && TextOf(headings[cell.Index]) is null
                       group row by cell.Index;
        foreach (var column in nameless)
            faults.Add(ListFault.OfCell(headings.Number, column.Key, field: null, heading: null, Fault.At("", "heading-empty", column.First().Number)));
    }

    private static IEnumerable<Column> Headed(SheetRow row, IReadOnlyList<Column> columns) =>
        columns.Where(column => row.Cells.Any(cell => TextOf(cell) is { } text && column.IsHeadedBy(text)));

    private static List<Name> Names(IReadOnlyList<Column> columns) => [.. columns.Select(column => column.Heading)];

    private static string? TextOf(Cell cell) => cell switch
    {
        Cell.Nothing => null,
        Cell.Words { Value: var text } => string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        Cell.Number { Value: var number } => Web.Numbers.Print(number, number.Scale),
        _ => cell.GetType().Name,
    };
}

/// <summary>Where a column was found.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Heading">As the file has it.</param>
public sealed record ListPlace(Column Column, int Index, string Heading);
