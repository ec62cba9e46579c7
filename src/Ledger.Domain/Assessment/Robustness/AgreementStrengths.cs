namespace Ledger.Domain.Assessment.Robustness;

public enum AgreementStrength
{
    Weak,
    Moderate,
    Strong,
}

/// <summary>From what figure on members are said to agree.</summary>
public static class AgreementStrengths
{
    /// <summary>Of Kendall's W: Schmidt, Decision Sciences 28 (1997) 763–774, table 2.</summary>
    public const decimal StrongOrder = 0.7m;

    /// <inheritdoc cref="StrongOrder"/>
    public const decimal ModerateOrder = 0.5m;

    /// <summary>Of the intraclass correlation, good there: Koo and Li, Journal of Chiropractic Medicine 15 (2016) 155–163.</summary>
    public const decimal StrongLevels = 0.75m;

    /// <inheritdoc cref="StrongLevels"/>
    public const decimal ModerateLevels = 0.5m;

    public static AgreementStrength OfOrder(Rational w) => Of(w, StrongOrder, ModerateOrder);

    public static AgreementStrength OfLevels(Rational icc) => Of(icc, StrongLevels, ModerateLevels);

    private static AgreementStrength Of(Rational value, decimal strong, decimal moderate) =>
        value >= strong ? AgreementStrength.Strong : value >= moderate ? AgreementStrength.Moderate : AgreementStrength.Weak;
}
