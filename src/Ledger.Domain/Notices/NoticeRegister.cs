namespace Ledger.Domain.Notices;

/// <summary>Whether register and returns agree at the period's end. Numbers alone: no institution is named in a notice.</summary>
public sealed record NoticeRegister
{
    /// <summary>The series that the register counts, in the dictionary's order; those that are counted in no zone are left out.</summary>
    public required IReadOnlyList<RegisterLine> Series { get; init; }

    public required Cell Agreeing { get; init; }

    public required Cell Differing { get; init; }
}

/// <param name="Cells">
/// A zone each, in the order of the notice's zones: what the return states less what the register counts, 0 where they agree. Without a value
/// where the register knows nothing of the zone, or the return states nothing.
/// </param>
public sealed record RegisterLine(string Series, string Number, Name Name, Name Unit, IReadOnlyList<Cell> Cells);
