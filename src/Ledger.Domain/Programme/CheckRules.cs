namespace Ledger.Domain.Programme;

/// <summary>When a reported value asks for an explanation .</summary>
/// <param name="RobustZ">The robust z-score beyond which a value is an outlier against the zone's own history: 3.5.</param>
/// <param name="MinHistory">How many earlier values the z-score needs: 6.</param>
/// <param name="JumpPercent">The year-on-year change, either way, that asks for an explanation: 50.</param>
/// <param name="SmallCount">A count that moved by no more than this within a year is not asked about: 5.</param>
public sealed record CheckRules(decimal RobustZ, int MinHistory, decimal JumpPercent, int SmallCount);
