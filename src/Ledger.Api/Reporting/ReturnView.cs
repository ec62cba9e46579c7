using System.Text.Json.Serialization;
using Ledger.Api.Web;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Reporting.Checks;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Reporting;

/// <summary>One zone's return with everything that is said about it.</summary>
/// <param name="ProgrammeVersion">The programme's version by which it was looked at.</param>
/// <param name="OnTime">Of the first submission; null while there is none.</param>
/// <param name="OverdueSince">The deadline that passed without a submission, as recorded.</param>
/// <param name="LastActOn">The paper's date of the last act; the next one is never earlier.</param>
/// <param name="Version">Of the return's stream, for <c>If-Match</c>; 0: nothing happened yet.</param>
/// <param name="Position">Of the last act; null: none.</param>
/// <param name="Figures">A line a series that is due, then those stated earlier and due no more.</param>
/// <param name="Checks">What the checks say of the figures as they stand.</param>
public sealed record ReturnView(
    string Zone, Name Name, Period Period, int ProgrammeVersion, ReturnState State,
    Instant DueAt, bool? OnTime, Instant? OverdueSince, LocalDate? AcceptedOn, Actor? AcceptedBy, LocalDate? LastActOn,
    long Version, long? Position,
    IReadOnlyList<ReturnLine> Figures, IReadOnlyList<ReturnFinding> Checks,
    IReadOnlyList<Query> Queries, IReadOnlyList<Correction> Corrections,
    IReadOnlyList<Submission> Submissions, IReadOnlyList<SendingBack> SentBack)
{
    /// <summary>What the register counts for it, which the checks look at.</summary>
    [JsonIgnore]
    public IReadOnlyList<RegisteredCount> Registered { get; init; } = [];
}

/// <summary>A series of the return: how it stands, and what the zone stated before.</summary>
/// <param name="Series">The series' code.</param>
/// <param name="Demand">Of this period; <see cref="Demand.None"/> for a series that is due no more.</param>
/// <param name="Preliminary">Settled once a year only; this is a quarter's provisional value.</param>
/// <param name="Value">Null: never stated. A withdrawn figure keeps its value and says so in its status.</param>
/// <param name="Position">Of the act by which it stands as it does.</param>
/// <param name="LastQuarter">The period before; of an annual return the year's fourth quarter.</param>
/// <param name="OpenQuery">The number of the query that waits for the zone's answer.</param>
/// <param name="OpenCorrection">The number of the correction that waits for the bureau's ruling.</param>
public sealed record ReturnLine(
    string Series, Series Definition, Demand Demand, bool Preliminary,
    decimal? Value, FigureStatus? Status, int? Version, long? Position, LocalDate? ReportedOn, LocalDate? KnownOn,
    Actor? StatedBy, string? Note, IReadOnlyList<Evidence> Evidence,
    PastFigure? LastQuarter, PastFigure? LastYear, int? OpenQuery, int? OpenCorrection);

/// <summary>What the zone stated for another period, withdrawn values left out.</summary>
public sealed record PastFigure(Period Period, decimal Value, FigureStatus Status, int Version, long Position);

/// <param name="Explanation">What the zone said to it when it last submitted; null: nothing.</param>
public sealed record ReturnFinding([property: JsonIgnore] Finding Finding, string? Explanation)
{
    public string Check => Finding.Check;

    public CheckLevel Level => Finding.Level;

    public string Code => Finding.Code;

    public string Series => Finding.Series;

    /// <summary>In the reader's language; null until it is said <see cref="In"/> one.</summary>
    public string? Detail { get; private init; }

    public ReturnFinding In(ITexts texts) => this with { Detail = texts.TextOf(Finding.At(Finding.Pointer)) };
}
