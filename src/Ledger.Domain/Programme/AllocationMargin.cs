namespace Ledger.Domain.Programme;

/// <summary>The zones' parts of a target are meant to come to more, or to less, than the league's target; without this they have to come to exactly that.</summary>
/// <param name="Subject">The code of an indicator that is shared out, or of a combined target.</param>
/// <param name="Difference">The sum of the parts less the target; never zero.</param>
public sealed record AllocationMargin(string Subject, decimal Difference);
