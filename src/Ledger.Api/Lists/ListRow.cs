using System.Globalization;
using Ledger.Api.Reporting.Pages;
using Ledger.Domain;
using NodaTime;

namespace Ledger.Api.Lists;

/// <summary>One row of a list, whose cells are read as what they should be. What cannot be is a fault of the cell, and read as null.</summary>
public sealed class ListRow(SheetRow row, IReadOnlyDictionary<string, ListPlace> places)
{
    private static readonly char[] Separators = [',', ';', '，', '；', '、', '\n'];

    private readonly List<ListFault> faults = [];

    /// <summary>As a table program numbers it.</summary>
    public int Number => row.Number;

    public IReadOnlyList<ListFault> Faults => faults;

    public bool IsAtFault => faults.Count > 0;

    /// <summary>Without the white space around it. A whole number is its digits, a date is written <c>2023-10-31</c>.</summary>
    public string? Text(Column column) => Of(column) switch
    {
        Cell.Words { Value: var text } => text.Trim(),
        Cell.Date { Value: var date } => ListDates.Print(date),
        Cell.Number { IsWhole: false } => Faulty<string>(column, Fault.At("", "cell-digits-lost")),
        Cell.Number { Value: var number } => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Several in one cell, with any of the usual marks between them.</summary>
    public IReadOnlyList<string> Texts(Column column) =>
        Text(column)?.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>Several whole numbers in one cell.</summary>
    public IReadOnlyList<int> Wholes(Column column)
    {
        var numbers = new List<int>();
        foreach (var text in Texts(column))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
            else
                Refuse(column.Field, Fault.At("", "cell-not-whole", text));
        }

        return numbers;
    }

    public LocalDate? Date(Column column) => Of(column) switch
    {
        Cell.Date { Value: var date } => date,
        Cell.Words { Value: var text } => ListDates.Read(text) ?? FaultyValue<LocalDate>(column, Fault.At("", "cell-not-a-date", text.Trim())),
        Cell.Number { Value: var number } => FaultyValue<LocalDate>(column, Fault.At("", "cell-not-a-date", number.ToString(CultureInfo.InvariantCulture))),
        _ => null,
    };

    public decimal? Decimal(Column column) => Of(column) switch
    {
        Cell.Number { IsWhole: false } => FaultyValue<decimal>(column, Fault.At("", "cell-digits-lost")),
        Cell.Number { Value: var number } => number,
        Cell.Words { Value: var text } => TypedNumber.Read(text) ?? FaultyValue<decimal>(column, Fault.At("", "cell-not-a-number", text.Trim())),
        Cell.Date { Value: var date } => FaultyValue<decimal>(column, Fault.At("", "cell-not-a-number", ListDates.Print(date))),
        _ => null,
    };

    public int? Whole(Column column)
    {
        if (Decimal(column) is not { } number)
            return null;
        return number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : FaultyValue<int>(column, Fault.At("", "cell-not-whole", number.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>One of a few, under any of its names.</summary>
    public T? Choice<T>(Column column, IReadOnlyList<ListChoice<T>> choices)
        where T : struct
    {
        if (Text(column) is not { } text)
            return null;
        var found = choices.FirstOrDefault(choice => choice.IsNamed(text));
        return found is not null
            ? found.Value
            : FaultyValue<T>(column, Fault.At("", "cell-not-among", text, choices.Select(choice => (object)choice.Code).ToList()));
    }

    /// <summary>The code of one of a few, under any of its names.</summary>
    public string? Code(Column column, IReadOnlyList<ListChoice<string>> choices)
    {
        if (Text(column) is not { } text)
            return null;
        return choices.FirstOrDefault(choice => choice.IsNamed(text))?.Value
            ?? Faulty<string>(column, Fault.At("", "cell-not-among", text, choices.Select(choice => (object)choice.Code).ToList()));
    }

    /// <summary>What was found wrong later, when the row's act was decided.</summary>
    /// <param name="field">Null, or a field that the file has no column for: the row as a whole.</param>
    public void Refuse(string? field, ListFaultReason why) => faults.Add(field is not null && places.TryGetValue(field, out var place)
        ? ListFault.OfCell(Number, place.Index, field, place.Heading, why)
        : ListFault.OfRow(Number, why));

    private Cell Of(Column column)
    {
        var cell = places.TryGetValue(column.Field, out var place) ? row[place.Index] : Cell.None;
        Fault? fault = cell switch
        {
            Cell.Formula => Fault.At("", "cell-formula"),
            Cell.Error { Value: var error } => Fault.At("", "cell-error", error),
            _ when column.IsRequired && IsEmpty(cell) => Fault.At("", "cell-required"),
            _ => null,
        };
        if (fault is not null)
            Refuse(column.Field, fault);
        return fault is not null || IsEmpty(cell) ? Cell.None : cell;
    }

    private static bool IsEmpty(Cell cell) => cell is Cell.Nothing || (cell is Cell.Words { Value: var text } && string.IsNullOrWhiteSpace(text));

    private T? Faulty<T>(Column column, Fault fault)
        where T : class
    {
        Refuse(column.Field, fault);
        return null;
    }

    private T? FaultyValue<T>(Column column, Fault fault)
        where T : struct
    {
        Refuse(column.Field, fault);
        return null;
    }
}
