namespace Ledger.Domain.Measures;

/// <summary>Puts a formula, its inputs and its exact result together; where an input has no value the result has none.</summary>
internal static class Reckoning
{
    private static readonly Rational Hundred = 100;

    public static Derivation Of(string formula, IReadOnlyList<Input> inputs, Func<IReadOnlyList<Rational>, Rational> exact)
    {
        var absence = Absence.Among(inputs.Select(input => input.Of));
        return new(formula, absence is null ? exact([.. inputs.Select(input => input.Of.Exact!.Value)]) : null, absence) { Inputs = inputs };
    }

    public static Derivation None(string formula, Absence absence, params IReadOnlyList<Input> inputs) =>
        new(formula, Exact: null, absence) { Inputs = inputs };

    public static Derivation NotApplicable(string formula, string reason = Reasons.NotApplicable) =>
        None(formula, Absence.NotApplicable(reason));

    /// <summary>A number that the formula itself brings, such as the quarters that have passed.</summary>
    public static Derivation Given(string formula, Rational exact) => new(formula, exact, Absence: null);

    public static Derivation Sum(IReadOnlyList<Input> parts) =>
        Of(Formulas.Sum, parts, terms => terms.Aggregate(Rational.Zero, (sum, term) => sum + term));

    public static Derivation Difference(string formula, Input value, Input less) =>
        Of(formula, [value, less], terms => terms[0] - terms[1]);

    /// <summary>100·numerator ÷ denominator; nothing where the denominator is zero.</summary>
    public static Derivation Percent(string formula, Input numerator, Input denominator) =>
        Percent(formula, [numerator, denominator], terms => (terms[0], terms[1]));

    /// <summary>100·(value − start) ÷ (goal − start); nothing where there is no way to go.</summary>
    public static Derivation Way(string formula, Input value, Input start, Input goal) =>
        Percent(formula, [value, start, goal], terms => (terms[0] - terms[1], terms[2] - terms[1]));

    /// <summary>(value ÷ base − 1)·100; nothing on a base of zero or less.</summary>
    public static Derivation Growth(Derivation value, Derivation @base)
    {
        Input[] inputs = [new("value", value), new("base", @base)];
        return BaseAbsence(@base) is { } absence && value.Exact is not null
            ? None(Formulas.Growth, absence, inputs)
            : Of(Formulas.Growth, inputs, terms => ((terms[0] / terms[1]) - Rational.One) * Hundred);
    }

    /// <returns>Null where there is a base to compare with.</returns>
    public static Absence? BaseAbsence(Derivation @base) => @base.Exact switch
    {
        { Sign: 0 } => Absence.NoBase(Reasons.ZeroBase),
        { Sign: < 0 } => Absence.NoBase(Reasons.NegativeBase),
        _ => null,
    };

    private static Derivation Percent(
        string formula, IReadOnlyList<Input> inputs, Func<IReadOnlyList<Rational>, (Rational Part, Rational Whole)> fraction)
    {
        if (Absence.Among(inputs.Select(input => input.Of)) is { } absence)
            return None(formula, absence, inputs);
        var (part, whole) = fraction([.. inputs.Select(input => input.Of.Exact!.Value)]);
        return whole.IsZero
            ? None(formula, Absence.NotApplicable(Reasons.ZeroDenominator), inputs)
            : new(formula, Hundred * part / whole, Absence: null) { Inputs = inputs };
    }
}
