using Ledger.Domain.Programme;

namespace Ledger.Domain.Measures;

/// <summary>A value held against the course it is to take.</summary>
internal static class TargetReading
{
    public static Reading Of(
        string code, string zone, Period period, Period settled, Derivation value, Course course, TrajectoryKind kind, bool isYearFlow)
    {
        var target = course.Target();
        var yearTarget = course.YearTarget();
        var attainment = Attainment(value, target, yearTarget, course, kind, isYearFlow && settled.IsYear);
        var progress = Progress(value, course, kind, isYearFlow);
        return new(
            code, zone, period, settled, value, target, yearTarget,
            Reckoning.Difference(Formulas.Gap, new("value", value), new("target", target)),
            attainment, Lead(attainment, progress, settled, course, kind, isYearFlow), progress,
            YearlyGrowth(value, settled, course, kind),
            Judge(value, target, course, kind));
    }

    /// <summary>Nothing can be said of it.</summary>
    public static Reading None(string code, string zone, Period period, string reason)
    {
        var none = Reckoning.NotApplicable(Formulas.Figure, reason);
        return new(code, zone, period, period, none, none, none, none, none, none, none, none, Verdict.Unknown);
    }

    /// <summary>完成率. Within the year it is measured against the whole year's target, where there is one.</summary>
    private static Derivation Attainment(
        Derivation value, Derivation target, Derivation yearTarget, Course course, TrajectoryKind kind, bool isFlowOfAYear) => kind switch
    {
        TrajectoryKind.Growth when isFlowOfAYear || yearTarget.Absence is { Kind: AbsenceKind.NotApplicable } => Reckoning.Way(
            Formulas.GrowthAttainment, new("value", value), new("baseline", course.Start), new("target", target)),
        TrajectoryKind.Growth or TrajectoryKind.EachYear => Reckoning.Percent(Formulas.Attainment, new("value", value), new("target", yearTarget)),
        _ => Reckoning.Percent(Formulas.Attainment, new("value", value), new("target", target)),
    };

    /// <summary>How far what is attained is ahead of what is due by now: the time elapsed, or all of it.</summary>
    private static Derivation Lead(
        Derivation attainment, Derivation progress, Period settled, Course course, TrajectoryKind kind, bool isYearFlow) => kind switch
    {
        TrajectoryKind.EachYear => Reckoning.Difference(
            Formulas.Lead, new("attainment", attainment), new("timeProgress", Yardstick.TimeProgress(settled))),
        TrajectoryKind.Growth => Reckoning.Difference(
            Formulas.Lead,
            new("attainment", attainment),
            isYearFlow && settled.IsQuarter
                ? new("timeProgress", Yardstick.TimeProgress(settled))
                : new("due", Reckoning.Given(Formulas.Count, 100))),
        TrajectoryKind.LinearFromZero => Reckoning.Difference(
            Formulas.Lead,
            new("progress", progress),
            new("timeProgress", Reckoning.Percent(Formulas.TimeProgress, new("t", course.Elapsed), new("n", course.Span)))),
        _ => Reckoning.NotApplicable(Formulas.Lead),
    };

    /// <summary>目標進度: how much of the way to the last year's target is made.</summary>
    private static Derivation Progress(Derivation value, Course course, TrajectoryKind kind, bool isYearFlow)
    {
        switch (kind)
        {
            case TrajectoryKind.LinearFromBaseline when course.Start.Exact >= course.Goal.Exact:
                return Reckoning.None(
                    Formulas.Progress, Absence.NotApplicable(Reasons.BaselineAtTarget),
                    new("value", value), new("baseline", course.Start), new("goal", course.Goal));
            case TrajectoryKind.LinearFromBaseline:
                return Reckoning.Way(Formulas.Progress, new("value", value), new("baseline", course.Start), new("goal", course.Goal));
            case TrajectoryKind.LinearFromZero or TrajectoryKind.Step:
                return Reckoning.Percent(Formulas.Attainment, new("value", value), new("goal", course.Goal));
            case TrajectoryKind.Growth when !isYearFlow || course.IsWholeYear:
                return Reckoning.Way(Formulas.Progress, new("value", value), new("baseline", course.Start), new("goal", course.Last()));
            default:
                // A target of each year leads nowhere beyond it, and part of a year is no step on a way of years.
                return Reckoning.NotApplicable(Formulas.Progress);
        }
    }

    /// <summary>Published beside the progress of a growth: ((value ÷ b)^(1 ÷ n) − 1)·100.</summary>
    private static Derivation YearlyGrowth(Derivation value, Period settled, Course course, TrajectoryKind kind)
    {
        if (kind != TrajectoryKind.Growth || !course.IsWholeYear)
            return Reckoning.NotApplicable(Formulas.YearlyGrowth);
        Input[] inputs = [new("value", value), new("baseline", course.Start), new("n", course.Elapsed)];
        if (Absence.Among(inputs.Select(input => input.Of)) is null && Reckoning.BaseAbsence(course.Start) is { } noBase)
            return Reckoning.None(Formulas.YearlyGrowth, noBase, inputs);
        return value.Exact is { Sign: < 0 }
            ? Reckoning.None(Formulas.YearlyGrowth, Absence.NotApplicable(Reasons.NotApplicable), inputs)
            : Reckoning.Of(
                Formulas.YearlyGrowth, inputs,
                terms => 100 * (Roots.Power(terms[0] / terms[1], Rational.One / terms[2]) - Rational.One));
    }

    private static Verdict Judge(Derivation value, Derivation target, Course course, TrajectoryKind kind)
    {
        var goal = kind == TrajectoryKind.Growth ? course.Last() : course.Goal;
        if (goal.Exact is { } last && value.Exact >= last)
            return Verdict.Reached;
        if (target.Absence is { Kind: AbsenceKind.NotApplicable })
            return Verdict.NoTarget;
        if (value.Exact is not { } exact || target.Exact is not { } due)
            return Verdict.Unknown;
        return exact >= due ? Verdict.OnTrack : Verdict.Behind;
    }
}
