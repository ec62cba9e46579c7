using System.Text.Json.Serialization;
using Ledger.Domain;
using Ledger.Domain.Assessment;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Measures;

/// <summary>How a number came about, said in full: what was reckoned from what, down to who stated each figure.</summary>
/// <param name="Formula">A code, as <see cref="Formulas"/> names them.</param>
/// <param name="Words">The formula in the reader's language.</param>
/// <param name="Exact">In the printed unit, before any rounding, such as <c>25/2</c>; null where there is no value.</param>
/// <param name="Approximately">The exact value to a few places, for a reader of decimals.</param>
/// <param name="Rounding">What is printed of it; null for a step on the way.</param>
/// <param name="Absence">Why there is no value; null where there is one.</param>
/// <param name="Remark">What a reader must know beside the value, in words; null: nothing.</param>
/// <param name="Inputs">The quantities of the formula, in its order.</param>
/// <param name="Fact">Where this is a figure as a zone stated it.</param>
/// <param name="Setting">Where this is a value of the programme.</param>
public sealed record Explanation(
    string Formula, string Words, Rational? Exact, decimal? Approximately, Rounding? Rounding, WordedAbsence? Absence, string? Remark,
    IReadOnlyList<ExplainedInput> Inputs, SourceFact? Fact, SourceSetting? Setting)
{
    /// <summary>Where this is a member's ballot, what they said with it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SourceBallot? Ballot { get; init; }

    /// <summary>Where this rests on papers of record, those.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SourcePaper>? Papers { get; init; }

    /// <summary>Where this is an act that is counted and no figure, that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SourceEvent? Event { get; init; }

    /// <summary>Where this is a cell of its own, its name at <c>/api/explain</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cell { get; init; }

    /// <summary>A step without a figure or a setting of its own.</summary>
    public static Explanation Of(
        string formula, string words, Rational? exact, Rounding? rounding, WordedAbsence? absence, IReadOnlyList<ExplainedInput> inputs) =>
        new(formula, words, exact, exact is { } value ? Approximate(value) : null, rounding, absence, Remark: null, inputs, Fact: null, Setting: null);

    // A decimal holds 28 digits: the six places are kept where they fit.
    internal static decimal? Approximate(Rational exact) =>
        Rational.Max(exact, -exact) < 1_000_000_000_000_000m ? exact.Round(6) : null;

    /// <summary>This one and everything it rests on, as often as it is used.</summary>
    public IEnumerable<Explanation> Everything() => Inputs.SelectMany(input => input.Of.Everything()).Prepend(this);
}

/// <param name="Name">As the formula calls it; of a sum, the zone or period it stands for.</param>
/// <param name="Words">The same in the reader's language.</param>
public sealed record ExplainedInput(string Name, string Words, Explanation Of);

/// <param name="Text">The reason in the reader's language.</param>
/// <param name="Zones">Whose part is not there.</param>
public sealed record WordedAbsence(AbsenceKind Kind, string Reason, string Text, IReadOnlyList<string> Zones);

/// <summary>A figure as it stood at the position asked about, with who stated it and who let it stand.</summary>
/// <param name="Version">Which statement of the figure it is, from 1.</param>
/// <param name="Kind">Of a correction: an error or a revision; null for what was reported before acceptance.</param>
/// <param name="Reason">Why the version before it was replaced.</param>
/// <param name="Stated">The zone's own act.</param>
/// <param name="Accepted">The bureau's act by which this version came to stand; null while there is none.</param>
public sealed record SourceFact(
    string Zone, Name ZoneName, string Series, Name SeriesName, Name Unit, Period Period, decimal Value, FigureStatus Status, int Version,
    CorrectionKind? Kind, string? Reason, string? Note, IReadOnlyList<Evidence> Evidence,
    LocalDate ReportedOn, LocalDate KnownOn, SourceAct Stated, SourceAct? Accepted);

/// <param name="On">The date of the paper.</param>
/// <param name="RecordedAt">The ledger's clock.</param>
public sealed record SourceAct(
    string Officer, string Organisation, LocalDate On, Instant RecordedAt, long Position, Guid EventId);

/// <param name="Stream">Such as <c>task/T2.3/BYH</c>.</param>
/// <param name="Type">The stored name of its kind.</param>
public sealed record SourceEvent(string Stream, string Type, SourceAct Act);

/// <param name="Evidence">What the member referred to.</param>
public sealed record SourceBallot(string Member, decimal Level, string Reason, IReadOnlyList<string> Evidence);

/// <summary>An adjustment or a veto as it was recorded.</summary>
/// <param name="Number">Within the year.</param>
/// <param name="On">The date of the act.</param>
public sealed record SourcePaper(int Number, Document Document, string? Text, LocalDate On);

/// <param name="Pointer">RFC 6901, into the programme's document.</param>
/// <param name="Assumptions">Those that set it; none: the plan says so itself.</param>
public sealed record SourceSetting(string Pointer, decimal Value, int ProgrammeVersion, IReadOnlyList<Assumption> Assumptions);
