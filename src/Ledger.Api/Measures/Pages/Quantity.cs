using Ledger.Domain.Measures;

namespace Ledger.Api.Measures.Pages;

/// <summary>A number of a reading under its name.</summary>
/// <param name="Key">Its heading stands under <c>quantity.KEY</c>.</param>
/// <param name="IsSigned">A difference, which bears its sign.</param>
public sealed record Quantity(string Key, Derivation Derivation, int Places, bool IsSigned = false)
{
    /// <summary>Whether it exists of this subject at all.</summary>
    public bool Applies => Derivation.Absence is not { Reason: Reasons.NotApplicable };

    public Derivation Printed => Derivation.Printed(Places);
}
