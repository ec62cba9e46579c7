using Ledger.Domain.Audit.Comparison;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Api.Audit;

/// <summary>What is different between two moments of the ledger, on balance.</summary>
/// <param name="Events">How many events stand between the two.</param>
/// <param name="Unchanged">How many things they touched that are as they were: changed and changed back.</param>
/// <param name="Consequences">Whose place, verdict or grade is another: what a quarter's notice would say, and what a year's result says.</param>
/// <param name="Changes">Figures, returns, notices, assessments, programme, schemes and officers.</param>
/// <param name="Programme">Where the programme's document is another; none where it was amended back.</param>
public sealed record ComparisonView(
    ComparedMoment From, ComparedMoment To, long Events, int Unchanged,
    IReadOnlyList<ComparedChange> Consequences, IReadOnlyList<ComparedChange> Changes, IReadOnlyList<Change> Programme)
{
    /// <summary>The first position whose event makes a difference, and the last.</summary>
    internal (long First, long Last) Between => (Math.Min(From.Position, To.Position) + 1, Math.Max(From.Position, To.Position));
}

/// <param name="Position">−1: before the first event.</param>
public sealed record ComparedMoment(long Position, Instant RecordedAt);

/// <param name="Key">Which of its kind (<see cref="MatterKind"/>).</param>
/// <param name="Aspect">What of it, such as <c>value</c>, <c>state</c>, <c>rank</c>.</param>
/// <param name="Before">At <c>from</c>; null: it was not there.</param>
/// <param name="After">At <c>to</c>; null: it was not there.</param>
/// <param name="Stream">Whose events between the two made the difference; null: it follows from those of several.</param>
/// <param name="Events">How many of its events stand between.</param>
public sealed record ComparedChange(MatterKind Kind, string Key, string Aspect, string? Before, string? After, string? Stream, long Events);
