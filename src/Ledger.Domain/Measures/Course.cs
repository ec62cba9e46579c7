using Ledger.Domain.Programme;

namespace Ledger.Domain.Measures;

/// <summary>Where a target is to stand at the end of a period: the trajectories of the dictionary (§7.2).</summary>
/// <param name="goal">The target itself.</param>
/// <param name="start">The baseline; not applicable where the path starts from nothing.</param>
/// <param name="rate">Yearly growth; only where the path is one of growth.</param>
internal sealed class Course(
    Yardstick yardstick, TrajectoryKind kind, bool isYearFlow, Derivation goal, Derivation start, Derivation? rate, Period period)
{
    private readonly int quarters = period.IsYear ? 4 : period.Quarter;

    public Derivation Goal => goal;

    public Derivation Start => start;

    /// <summary>Whether nothing of the year is still to come.</summary>
    public bool IsWholeYear => quarters == 4;

    /// <summary>t: whole years up to the year before, and the quarters of this one.</summary>
    public Derivation Elapsed => Reckoning.Of(
        Formulas.Elapsed,
        [
            new("year", Reckoning.Given(Formulas.Count, period.Year)), new("baselineYear", yardstick.Constants.BaselineYear),
            new("quarters", Quarters),
        ],
        terms => terms[0] - terms[1] - Rational.One + (terms[2] / 4));

    /// <summary>n: from the baseline year to the last.</summary>
    public Derivation Span => Reckoning.Difference(
        Formulas.Span, new("lastYear", yardstick.Constants.LastYear), new("baselineYear", yardstick.Constants.BaselineYear));

    /// <summary>The target of the time of the period.</summary>
    public Derivation Target() => kind switch
    {
        TrajectoryKind.Step => period.Year >= yardstick.Programme.LastYear && IsWholeYear
            ? Reckoning.Of(Formulas.Step, [new("goal", goal)], terms => terms[0])
            : Reckoning.None(Formulas.Step, Absence.NotApplicable(Reasons.NoInterimTarget), new Input("goal", goal)),
        TrajectoryKind.LinearFromBaseline => Reckoning.Of(
            Formulas.LinearFromBaseline,
            [new("baseline", start), new("goal", goal), new("t", Elapsed), new("n", Span)],
            // A zone that began above the target is to keep it.
            terms => terms[0] >= terms[1] ? terms[1] : terms[0] + ((terms[1] - terms[0]) * terms[2] / terms[3])),
        TrajectoryKind.LinearFromZero => Reckoning.Of(
            Formulas.LinearFromZero, [new("goal", goal), new("t", Elapsed), new("n", Span)], terms => terms[0] * terms[1] / terms[2]),
        TrajectoryKind.EachYear => ProRata(YearTarget()),
        TrajectoryKind.Growth => isYearFlow ? ProRata(YearTarget()) : WithinYear(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The whole year's target, where a year has one of its own.</summary>
    public Derivation YearTarget() => kind switch
    {
        TrajectoryKind.EachYear => Reckoning.Of(Formulas.EachYear, [new("goal", goal)], terms => terms[0]),
        TrajectoryKind.Growth when isYearFlow => AtEndOf(period.Year),
        _ => Reckoning.NotApplicable(Formulas.EachYear),
    };

    /// <summary>Where growth is to have led by the end of the last year.</summary>
    public Derivation Last() => AtEndOf(yardstick.Programme.LastYear);

    /// <summary>Where growth is to have led by the end of a year: b·(1 + rate)ⁿ.</summary>
    public Derivation AtEndOf(int year)
    {
        Input[] inputs =
        [
            new("baseline", start), new("rate", rate!), new("year", Reckoning.Given(Formulas.Count, year)),
            new("baselineYear", yardstick.Constants.BaselineYear),
        ];
        return Reckoning.BaseAbsence(start) is { } absence
            ? Reckoning.None(Formulas.GrowthPath, absence, inputs)
            : Reckoning.Of(Formulas.GrowthPath, inputs, terms => terms[0] * (Rational.One + terms[1]).Power(year - yardstick.Programme.BaselineYear));
    }

    private Derivation Quarters => Reckoning.Given(Formulas.Quarters, quarters);

    private Derivation ProRata(Derivation year) => Reckoning.Of(
        Formulas.ProRata, [new("yearTarget", year), new("quarters", Quarters)], terms => terms[0] * terms[1] / 4);

    private Derivation WithinYear()
    {
        var end = AtEndOf(period.Year);
        return IsWholeYear
            ? end
            : Reckoning.Of(
                Formulas.WithinYear,
                [new("yearBefore", AtEndOf(period.Year - 1)), new("yearEnd", end), new("quarters", Quarters)],
                terms => terms[0] + ((terms[1] - terms[0]) * terms[2] / 4));
    }
}
