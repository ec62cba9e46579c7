using System.Runtime.CompilerServices;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Measures;

/// <summary>A result together with how it came about: what was reckoned from what, down to facts and to the programme's constants.</summary>
/// <remarks>
/// A tree whose leaves bear a <see cref="Figure"/> or a <see cref="Constant"/>. Parts are shared: what two results are made of is
/// one object. A result without a value says why, and still shows what there is of its inputs.
/// </remarks>
/// <param name="Formula">One of <see cref="Formulas"/>.</param>
/// <param name="Exact">In the printed unit, so a growth of an eighth is 25/2 per cent; null where there is no value.</param>
/// <param name="Absence">Why there is no value; null where there is one.</param>
public sealed record Derivation(string Formula, Rational? Exact, Absence? Absence)
{
    public static Derivation Of(Figure figure) => new(Formulas.Figure, figure.Value, Absence: null) { Figure = figure };

    public static Derivation Of(Constant constant) => new(Formulas.Constant, constant.Value, Absence: null) { Constant = constant };

    /// <summary>The quantities of the formula, by their names in it, in its order.</summary>
    public IReadOnlyList<Input> Inputs { get; init; } = [];

    /// <summary>What the result is rounded to where it is printed; null for a step on the way, which is never rounded.</summary>
    public Rounding? Rounding { get; init; }

    /// <summary>The fact, where this is one as the zone stated it.</summary>
    public Figure? Figure { get; init; }

    /// <summary>The value of the programme, where this is one.</summary>
    public Constant? Constant { get; init; }

    /// <summary>The act recorded in the ledger, where this is one that is counted and no figure.</summary>
    public CountedAct? Act { get; init; }

    /// <summary>What a reader must know beside the value, one of <see cref="Notes"/>; null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>As it is printed: rounded once, from the exact value. Without a value there is nothing to round.</summary>
    public Derivation Printed(int places) =>
        Exact is { } exact ? this with { Rounding = new(places, exact.Round(places)) } : this;

    /// <summary>This one and everything it rests on, each once.</summary>
    public IEnumerable<Derivation> Everything()
    {
        var seen = new HashSet<Derivation>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Derivation>([this]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next))
                continue;
            yield return next;
            foreach (var input in next.Inputs.Reverse())
                open.Push(input.Of);
        }
    }

    /// <summary>The facts it rests on, each once.</summary>
    public IEnumerable<Figure> Figures() => Everything().Select(part => part.Figure).OfType<Figure>().Distinct();

    /// <summary>The positions of the events that it rests on, figures' included, each once.</summary>
    public IEnumerable<long> Positions() =>
        Everything().Select(part => part.Figure?.Position ?? part.Act?.Position).OfType<long>().Distinct();

    // A tree whose parts are shared is compared as what it is, not by walking it.
    public bool Equals(Derivation? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <param name="Name">As the formula calls it, such as <c>base</c>; of a sum, the zone, period or indicator it stands for.</param>
public sealed record Input(string Name, Derivation Of);

/// <summary>The one rounding, half-up, from the exact value.</summary>
/// <param name="Printed">With its scale: 12.5, 0.50.</param>
public sealed record Rounding(int Places, decimal Printed);

/// <summary>An event that is counted, or by which something counts as it does.</summary>
/// <param name="Stream">Such as <c>task/T2.3/BYH</c>.</param>
public sealed record CountedAct(string Stream, long Position, Guid EventId);

/// <param name="Pointer">RFC 6901, into the programme's document in the version the result rests on; the assumptions that set it are found by it.</param>
public sealed record Constant(string Pointer, decimal Value);

/// <summary>What a formula is called; each has a text under <c>formula.CODE</c>.</summary>
public static class Formulas
{
    public const string Figure = "figure";
    public const string Constant = "constant";

    /// <summary>All zones, years or indicators together.</summary>
    public const string Sum = "sum";

    /// <summary>The largest of the zones' counts: what they have in common is not known, so the league has at least that many.</summary>
    public const string AtLeast = "at-least";

    /// <summary>Year to date less the quarter before.</summary>
    public const string SingleQuarter = "single-quarter";

    /// <summary>(value ÷ base − 1)·100.</summary>
    public const string Growth = "growth";

    /// <summary>100·numerator ÷ denominator.</summary>
    public const string Share = "share";

    /// <summary>numerator ÷ denominator.</summary>
    public const string Part = "part";

    /// <summary>The stock less the baseline's.</summary>
    public const string NewSinceBaseline = "new-since-baseline";

    /// <summary>b + (T − b)·t ÷ n; T itself where the baseline has reached it.</summary>
    public const string LinearFromBaseline = "linear-from-baseline";

    /// <summary>T·t ÷ n.</summary>
    public const string LinearFromZero = "linear-from-zero";

    /// <summary>The year's target.</summary>
    public const string EachYear = "each-year";

    /// <summary>b·(1 + rate)ⁿ.</summary>
    public const string GrowthPath = "growth-path";

    /// <summary>2·b.</summary>
    public const string Doubling = "doubling";

    /// <summary>A straight line between two year-ends.</summary>
    public const string WithinYear = "within-year";

    /// <summary>The year's target ·q ÷ 4.</summary>
    public const string ProRata = "pro-rata";

    /// <summary>Nothing before the last year, then the target.</summary>
    public const string Step = "step";

    /// <summary>value − target.</summary>
    public const string Gap = "gap";

    /// <summary>How far ahead of the time elapsed, in points: attainment, or progress, less months ÷ 12 or t ÷ n.</summary>
    public const string Lead = "lead";

    /// <summary>100·value ÷ target: 完成率.</summary>
    public const string Attainment = "attainment";

    /// <summary>100·(value − b) ÷ (target − b): 完成率 of a growth.</summary>
    public const string GrowthAttainment = "growth-attainment";

    /// <summary>100·(value − b) ÷ (T − b): 目標進度.</summary>
    public const string Progress = "progress";

    /// <summary>100·months ÷ 12: 序時進度.</summary>
    public const string TimeProgress = "time-progress";

    /// <summary>((value ÷ b)^(1 ÷ n) − 1)·100.</summary>
    public const string YearlyGrowth = "yearly-growth";

    /// <summary>Place among the printed values of a ranking; equal ones share the better place.</summary>
    public const string Rank = "rank";

    /// <summary>The printed values that places are given by.</summary>
    public const string Ranking = "ranking";

    /// <summary>How many there are.</summary>
    public const string Count = "count";

    /// <summary>One of those that are counted.</summary>
    public const string Return = "return";

    /// <summary>One part of a key task, by how it stands.</summary>
    public const string TaskPart = "task-part";

    /// <summary>A unit's report on a part of a key task.</summary>
    public const string TaskReport = "task-report";

    /// <summary>A decision of the joint conference.</summary>
    public const string Decision = "decision";

    /// <summary>How many the register counts.</summary>
    public const string Registered = "registered";

    /// <summary>value − registered.</summary>
    public const string RegisterDifference = "register-difference";

    /// <summary>A figure held beside the register.</summary>
    public const string Compared = "register-comparison";

    /// <summary>A part of a key task that is supervised.</summary>
    public const string Supervision = "supervision";

    /// <summary>t: years from the end of the baseline year to the end of the period.</summary>
    public const string Elapsed = "elapsed";

    /// <summary>n: years from the baseline year to the last.</summary>
    public const string Span = "span";

    /// <summary>Quarters of the year that have passed.</summary>
    public const string Quarters = "quarters";
}

/// <summary>What a reader must know beside a value; each has a text under <c>note.CODE</c>.</summary>
public static class Notes
{
    /// <summary>並列: others have the same printed value.</summary>
    public const string Tied = "tied";

    /// <summary>A single quarter below zero, as after a correction downwards.</summary>
    public const string Negative = "negative";

    /// <summary>A quarter's value of what is settled once a year.</summary>
    public const string Preliminary = "preliminary";

    /// <summary>Of a return: the first submission came after the deadline.</summary>
    public const string Late = "late";

    /// <summary>Of a return: it was not accepted the first time.</summary>
    public const string SentBack = "sent-back";

    /// <summary>Of a return: nothing was submitted.</summary>
    public const string NotSubmitted = "not-submitted";

    /// <summary>Of a return: submitted, and not accepted.</summary>
    public const string NotAccepted = "not-accepted";

    /// <summary>A lower bound: what the zones have in common is not known.</summary>
    public const string AtLeast = "at-least";

    /// <summary>Of a part of a task: its unit says that it is stalled.</summary>
    public const string StalledSaid = "stalled-said";

    /// <summary>Of a part of a task: behind for too many quarters running.</summary>
    public const string StalledBehind = "stalled-behind";

    /// <summary>Of a part of a task: too many reports due and not made.</summary>
    public const string StalledSilent = "stalled-silent";
}
