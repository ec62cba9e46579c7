namespace Ledger.Domain.Programme;

/// <summary>A value of the baseline year, from which a trajectory starts.</summary>
/// <param name="Zone">A zone's code, or <see cref="Zone.League"/> for the total where that is not the sum of the zones.</param>
/// <param name="Subject">The indicator's code for a share, in per cent; for all else the code of the series that is measured.</param>
/// <param name="Basis">Where the value comes from.</param>
public sealed record Baseline(string Zone, string Subject, decimal Value, string Basis);
