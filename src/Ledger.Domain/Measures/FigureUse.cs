namespace Ledger.Domain.Measures;

/// <summary>Asks of many numbers whether they rest on a figure. Parts of derivations are shared, so each is asked once.</summary>
public sealed class FigureUse(UsedFigure figure)
{
    private readonly Dictionary<Derivation, bool> known = [];

    /// <summary>Whether a number rests on the figure, directly or through others.</summary>
    public bool In(Derivation derivation)
    {
        if (!known.TryGetValue(derivation, out var rests))
        {
            known[derivation] = rests = derivation.Figure is { } stated
                ? UsedFigure.Of(stated) == figure
                : derivation.Inputs.Any(input => In(input.Of));
        }

        return rests;
    }
}
