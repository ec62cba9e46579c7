namespace Ledger.Domain.Reporting.Checks;

/// <summary>What the register counts for a series of a return. A series that it knows nothing of is not there: missing is not zero .</summary>
/// <param name="Came">Names of those that it did not count at the end of the quarter before.</param>
/// <param name="Went">Names of those that it counted then and does not now.</param>
public sealed record RegisteredCount(string Series, long Count, IReadOnlyList<string> Came, IReadOnlyList<string> Went);
