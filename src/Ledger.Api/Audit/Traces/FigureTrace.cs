using Ledger.Domain;
using Ledger.Domain.Measures;
using Ledger.Domain.Reporting;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Audit.Traces;

/// <summary>What one version of a figure went into, as far as the reader is told of it.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Versions">How many there were at the moment asked about.</param>
/// <param name="Status">What became of the version.</param>
/// <param name="Notices">Editions of which any number rests on it, in the order of their quarters.</param>
/// <param name="Targets">What is measured by it at the moment asked about; none unless this version stands and is accepted.</param>
/// <param name="Results">Editions of annual results, and for those who may read it the draft, of which anything rests on it.</param>
public sealed record FigureTrace(
    string Zone, string Series, Period Period, Name ZoneName, Name SeriesName, Name Unit,
    int Version, int Versions, decimal Value, FigureStatus Status,
    IReadOnlyList<NoticeTrace> Notices, IReadOnlyList<TargetTrace> Targets, IReadOnlyList<ResultTrace> Results);

/// <param name="Cut">The position at which the edition's figures were cut off.</param>
/// <param name="IsInForce">At the moment asked about.</param>
/// <param name="Cells">In the order of the paper.</param>
public sealed record NoticeTrace(
    Period Period, int Edition, string DocumentNumber, LocalDate On, long Cut, bool IsInForce, IReadOnlyList<PrintedTrace> Cells);

/// <summary>A printed number that rests on the figure.</summary>
/// <param name="Cell">Its name at <c>/api/explain</c>.</param>
/// <param name="Name">What it is the number of, in the reader's language.</param>
/// <param name="Printed">Null where there is none.</param>
/// <param name="Reason">Why there is none; null where there is one.</param>
/// <param name="IsItself">Whether it is the figure, not something reckoned from it.</param>
public sealed record PrintedTrace(string Cell, string Name, decimal? Printed, string? Reason, bool IsItself);

/// <summary>A target whose standing rests on the figure.</summary>
/// <param name="Indicator">Its code, or a combined target's.</param>
/// <param name="Zone">A zone's code or the league's.</param>
/// <param name="Value">Before any rounding; null where there is none.</param>
public sealed record TargetTrace(string Indicator, Name Name, string Zone, Period Period, Verdict Verdict, Rational? Value);

/// <param name="Edition">Null: what would be recorded now.</param>
/// <param name="IsInForce">Whether it is the published edition.</param>
/// <param name="Position">Of the figures it was worked out from.</param>
public sealed record ResultTrace(
    int Year, int? Edition, bool IsInForce, LocalDate? RecordedOn, long Position, IReadOnlyList<ScorecardTrace> Zones);

/// <summary>A zone's scorecard of which something rests on the figure.</summary>
/// <param name="Criteria">None where only its place does.</param>
/// <param name="Final">Null where it does not rest on the figure; likewise the place and the grade.</param>
public sealed record ScorecardTrace(
    string Zone, Name ZoneName, IReadOnlyList<CriterionTrace> Criteria, FinalTrace? Final, PlaceTrace? Place, GradeTrace? Grade);

/// <param name="Cell">Its name at <c>/api/explain</c>, here and in the following.</param>
/// <param name="Score">0 to 100; null while pending, and where it does not apply.</param>
public sealed record CriterionTrace(string Cell, string Criterion, Name Name, Rational? Score, Rational? Points);

public sealed record FinalTrace(string Cell, decimal? Score);

public sealed record PlaceTrace(string Cell, int? Number);

/// <param name="Grade">The grade's id.</param>
public sealed record GradeTrace(string Cell, string? Grade, Name? Name);
