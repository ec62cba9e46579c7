namespace Ledger.Domain.Programme;

/// <summary>What an auditor is asked to look at. Nothing follows from it but a question.</summary>
/// <param name="BackdatedDays">An entry recorded more than this many days after the date of its paper: 30.</param>
/// <param name="ClusterEntries">So many back-dated entries of one zone recorded together are asked about as one: 20.</param>
/// <param name="ClusterMinutes">Recorded together: each within this many minutes of the one before, by the ledger's clock: 60.</param>
/// <param name="BeforeCutDays">A figure that was changed within so many days before a notice or a year's figures were cut off: 3.</param>
/// <param name="EdgeSteps">A value that misses its mark with so many steps of its last place less: 1.</param>
/// <param name="OfficerCorrections">So many corrections asked for by one officer …: 3.</param>
/// <param name="OfficerDays">… within so many days: 365.</param>
/// <param name="DigitValues">How many amounts of a zone the test of last digits needs: 50.</param>
/// <param name="DigitChiSquare">
/// Pearson's χ² of the ten last digits, nine degrees of freedom, beyond which they are asked about: 21.666, which evenly spread digits exceed once in a hundred times.
/// </param>
/// <param name="EqualValues">So many equal amounts in a row: 3.</param>
public sealed record FindingRules(
    int BackdatedDays, int ClusterEntries, int ClusterMinutes, int BeforeCutDays, int EdgeSteps, int OfficerCorrections, int OfficerDays,
    int DigitValues, decimal DigitChiSquare, int EqualValues)
{
    /// <summary>For programmes that were adopted before these rules were part of one.</summary>
    public static FindingRules Usual { get; } = new(30, 20, 60, 3, 1, 3, 365, 50, 21.666m, 3);
}
