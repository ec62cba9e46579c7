using System.Text.Json.Serialization;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Notices;

/// <summary>All that a quarterly notice says. Frozen when it is issued; drawn again from the same facts it is the same, byte for byte.</summary>
/// <remarks>Lists only, each in a fixed order; every printed number is a <see cref="Cell"/>. Part of the storage contract.</remarks>
public sealed record NoticeContent
{
    /// <summary>Its shape, one of <see cref="NoticeForms"/>; null of the first, which bore none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Form { get; init; }

    /// <summary><see cref="Form"/>, the first one named.</summary>
    [JsonIgnore]
    public int Shape => Form ?? NoticeForms.First;

    public required Period Period { get; init; }

    /// <summary>The months it covers, from January: 3, 6, 9 or 12.</summary>
    public required int Months { get; init; }

    /// <summary>The ledger position at which the figures were cut off: events up to and including it count.</summary>
    public required long Position { get; init; }

    /// <summary>The version of the programme in force at the cut.</summary>
    public required int ProgrammeVersion { get; init; }

    /// <summary>The latest date of any paper it rests on; null where nothing is accepted. A notice is not dated before it.</summary>
    public required LocalDate? KnownOn { get; init; }

    /// <summary>The notice that this one continues: corrections are those since its cut; null: the first.</summary>
    public required NoticeReference? Before { get; init; }

    public required Name Title { get; init; }

    /// <summary>序時進度 in per cent: months ÷ 12.</summary>
    public required Cell TimeProgress { get; init; }

    /// <summary>Every zone, in the programme's order, with whether it is ranked.</summary>
    public required IReadOnlyList<CoveredZone> Zones { get; init; }

    /// <summary>One for each measure of the rules, in their order; a league count has a total only.</summary>
    public required IReadOnlyList<NoticeTable> Tables { get; init; }

    /// <summary>The league's standing on every target, in the plan's order.</summary>
    public required IReadOnlyList<TargetStanding> Targets { get; init; }

    /// <summary>重點任務推進情況; null in the first form, and of a programme without key tasks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NoticeTasks? Tasks { get; init; }

    /// <summary>What the joint conference decided in the quarter; null in the forms before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NoticeDecisions? Decisions { get; init; }

    /// <summary>Each zone's return for the period, in the programme's order.</summary>
    public required IReadOnlyList<ReturnStanding> Returns { get; init; }

    public required ReturnsTally Tally { get; init; }

    /// <summary>Whether register and returns agree; null in the forms before, and of a programme that counts nothing from the register.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NoticeRegister? Register { get; init; }

    /// <summary>Corrections approved since the notice before, in the order in which they were approved: 更正說明.</summary>
    public required IReadOnlyList<CorrectionEntry> Corrections { get; init; }

    public required IReadOnlyList<ListedZone> Red { get; init; }

    public required IReadOnlyList<ListedZone> Black { get; init; }

    public required IReadOnlyList<AssumptionInForce> Assumptions { get; init; }

    /// <summary>What the plan leaves unclear about what is shown here.</summary>
    public required IReadOnlyList<Ambiguity> Ambiguities { get; init; }

    /// <summary>What is said in sentences, in the order of the paper.</summary>
    public required IReadOnlyList<NoticeText> Texts { get; init; }
}

/// <summary>An edition of a notice.</summary>
public sealed record NoticeReference(Period Period, int Edition, string DocumentNumber, long Position);

/// <param name="IsRanked">Whether its return was accepted at the cut; one that was not is named and not ranked.</param>
public sealed record CoveredZone(string Code, Name Name, Name ShortName, Track Track, bool IsRanked);

/// <param name="Subject">A series' or an indicator's code, as in the rules.</param>
/// <param name="Number">The subject's number in the list, such as <c>S01</c> or <c>Q02</c>.</param>
/// <param name="Rows">The ranked zones by rank, then the others; equals in the programme's order.</param>
/// <param name="Total">The league's row.</param>
public sealed record NoticeTable(
    string Subject, NoticeMeasureKind Kind, string Number, Name Name, IReadOnlyList<NoticeColumn> Columns,
    IReadOnlyList<NoticeRow> Rows, NoticeRow Total);

/// <param name="Code">One of <see cref="Quantities"/>, also the last part of the cells' ids; its heading stands under <c>quantity.CODE</c>.</param>
/// <param name="Unit">Null for a place.</param>
public sealed record NoticeColumn(string Code, Name? Unit);

/// <param name="Zone">A zone's code or <see cref="Programme.Zone.League"/>.</param>
/// <param name="Cells">One for each column.</param>
public sealed record NoticeRow(string Zone, Name Name, IReadOnlyList<Cell> Cells);

/// <param name="Clause">Verbatim.</param>
/// <param name="Settled">The period the value speaks for; of what is settled yearly, a year.</param>
/// <param name="Assumptions">The ids of the assumptions that set how it is measured.</param>
/// <param name="Ambiguities">The ids of what the plan leaves unclear about it.</param>
public sealed record TargetStanding(
    string Number, string Indicator, Name Name, string Clause, string Section, Target Terms, TargetLevel Level, Period Settled,
    Name ValueUnit, Cell Value, Cell Target, Cell YearTarget, Cell Gap, Cell Attainment, Cell Lead, Cell Progress, Cell YearlyGrowth,
    Verdict Verdict, IReadOnlyList<string> Assumptions, IReadOnlyList<string> Ambiguities);

/// <param name="DueOn">The last day in time.</param>
/// <param name="SubmittedOn">The first submission, by the date on its paper; null: none.</param>
/// <param name="AcceptedOn">Null while it is not accepted.</param>
/// <param name="TimesSentBack">How often the bureau sent it back.</param>
public sealed record ReturnStanding(
    string Zone, Name Name, ReturnTimeliness Timeliness, ReturnState State,
    LocalDate DueOn, LocalDate? SubmittedOn, LocalDate? AcceptedOn, int TimesSentBack);

public enum ReturnTimeliness
{
    OnTime,
    Late,

    /// <summary>缺報: the deadline passed and nothing was submitted.</summary>
    Missing,

    /// <summary>Not submitted, and there is still time.</summary>
    Outstanding,
}

public sealed record ReturnsTally(Cell Due, Cell OnTime, Cell Late, Cell Missing, Cell Outstanding, Cell Accepted);

/// <summary>A change of a figure that was accepted before.</summary>
/// <param name="Number">The correction's number within the return.</param>
/// <param name="Period">The period of the corrected figure.</param>
/// <param name="Effects">What it changes in what was published or would have been; only what comes out otherwise.</param>
public sealed record CorrectionEntry(
    string Zone, Name ZoneName, string Series, Name SeriesName, Name Unit, Period Period, int Number,
    Cell Old, Cell New, CorrectionKind Kind, string Reason, SignedOn Asked, SignedOn Approved, long Position,
    IReadOnlyList<CorrectionEffect> Effects);

public sealed record SignedOn(string Officer, string Organisation, LocalDate On);

/// <param name="Quantity">One of <see cref="Quantities"/>.</param>
/// <param name="Subject">The measure's subject.</param>
/// <param name="Zone">The corrected zone, or <see cref="Programme.Zone.League"/>.</param>
/// <param name="Period">Whose value it is; another than the figure's where that is the base, or the quarter before.</param>
public sealed record CorrectionEffect(string Quantity, string Subject, string Zone, Period Period, Cell Before, Cell After);

/// <summary>A zone on the red or the black list.</summary>
public sealed record ListedZone(string Zone, Name Name, IReadOnlyList<ListReason> Reasons);

/// <param name="Code"><c>first-place</c>, <c>all-on-time</c>, <c>behind-plan</c> or <c>return-missing</c>.</param>
/// <param name="Cells">The ids of the cells that say so.</param>
public sealed record ListReason(string Code, IReadOnlyList<string> Cells, Name Text);

public sealed record AssumptionInForce(string Id, Name Title, Name Text, IReadOnlyList<GovernedValue> Values);

/// <param name="Pointer">RFC 6901, into the programme's document.</param>
/// <param name="Value">As it stands; null: not entered.</param>
public sealed record GovernedValue(string Pointer, string? Value);

/// <param name="Code"><c>lead</c>, <c>count</c>, <c>unranked</c>, <c>tasks</c>, <c>stalled</c>, <c>supervised</c>, <c>decision</c>, <c>returns</c>, <c>register</c>, <c>register-differs</c>, <c>red</c>, <c>black</c> or <c>correction</c>.</param>
/// <param name="Subject">Of a count the measure's subject, of a list the zone, of what is stalled <c>task.unit</c>, of a decision its reference, of a difference from the register <c>zone.series</c>, of a correction <c>zone.series.period.number</c>; else null.</param>
public sealed record NoticeText(string Code, string? Subject, Name Text);

/// <summary>What a cell says of its subject: the last part of its id.</summary>
public static class Quantities
{
    /// <summary>A series' value: year to date, or at the period's end.</summary>
    public const string Amount = "amount";

    /// <summary>What an indicator measures.</summary>
    public const string Value = "value";

    public const string Numerator = "numerator";
    public const string YearBefore = "base";
    public const string Growth = "growth";
    public const string GrowthRank = "growth_rank";
    public const string Baseline = "baseline";
    public const string Target = "target";
    public const string YearTarget = "year_target";
    public const string Gap = "gap";
    public const string Attainment = "attainment";
    public const string Lead = "lead";
    public const string Progress = "progress";
    public const string YearlyGrowth = "yearly_growth";
    public const string Rank = "rank";
    public const string Quarter = "quarter";
    public const string QuarterGrowth = "quarter_growth";
}
