using NodaTime;

namespace Ledger.Api.Lists;

/// <summary>One cell as the file holds it; nothing in it is worked out.</summary>
public abstract record Cell
{
    private Cell()
    {
    }

    /// <summary>An empty cell.</summary>
    public static Cell None { get; } = new Nothing();

    public sealed record Nothing : Cell;

    /// <param name="Value">Never empty; white space around it is kept.</param>
    public sealed record Words(string Value) : Cell;

    /// <param name="IsWhole">False where the table program has kept only the first 15 digits of a longer one.</param>
    public sealed record Number(decimal Value, bool IsWhole = true) : Cell;

    /// <summary>A cell that a table program shows as a date.</summary>
    public sealed record Date(LocalDate Value) : Cell;

    /// <summary>What it would come to is not asked: a list says what it says.</summary>
    public sealed record Formula : Cell;

    /// <param name="Value">Such as <c>#N/A</c>.</param>
    public sealed record Error(string Value) : Cell;

    public static Cell Of(string? text) => string.IsNullOrEmpty(text) ? None : new Words(text);
}
