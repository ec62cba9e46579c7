namespace Ledger.Domain.Notices;

/// <summary>One printed number, or why there is none.</summary>
/// <param name="Id">
/// Readable and the same for ever: period, subject, zone, quantity, such as <c>2023-Q3.op_revenue.XLHT.growth</c>; fit for an address.
/// </param>
/// <param name="Value">As printed, with its scale; null where there is none.</param>
/// <param name="Reason">Why there is none (<see cref="Measures.Reasons"/>); null where there is one.</param>
/// <param name="Note">What a reader must know beside it (<see cref="Measures.Notes"/>), such as <c>tied</c>; null: nothing.</param>
/// <param name="Lacking">Of a total without a value: the zones whose part is not there; null otherwise.</param>
public sealed record Cell(string Id, decimal? Value, string? Reason, string? Note, IReadOnlyList<string>? Lacking);
