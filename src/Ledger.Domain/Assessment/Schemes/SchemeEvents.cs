using System.Text.Json.Serialization;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Assessment.Schemes;

/// <summary>What happened to the assessment scheme. Names and properties are the storage format.</summary>
/// <param name="On">The date of the act; never before that of the previous one.</param>
/// <param name="Scheme">The whole scheme, its version in it.</param>
/// <param name="FromYear">The first year it is for.</param>
public abstract record SchemeEvent(LocalDate On, AssessmentScheme Scheme, int FromYear, Basis Basis);

/// <summary>Adopted before its first year began.</summary>
public sealed record SchemeAdopted(LocalDate On, AssessmentScheme Scheme, int FromYear, Basis Basis)
    : SchemeEvent(On, Scheme, FromYear, Basis);

/// <summary>Put in the place of another when its first year had already begun.</summary>
/// <param name="Reason">Why it could not wait for the next year.</param>
/// <param name="Effect">What it does to the result, as it was shown and confirmed: a line a zone.</param>
public sealed record SchemeSuperseded(
    LocalDate On, AssessmentScheme Scheme, int FromYear, Basis Basis, string Reason, IReadOnlyList<SchemeEffect> Effect)
    : SchemeEvent(On, Scheme, FromYear, Basis);

/// <summary>What a change of scheme does to one zone's result for a year; null where there is nothing to score yet.</summary>
public sealed record SchemeEffect(
    int Year, string Zone, decimal? ScoreBefore, decimal? ScoreAfter, int? PlaceBefore, int? PlaceAfter, string? GradeBefore, string? GradeAfter)
{
    /// <summary>Above zero: the zone gains by it; null where there is nothing to compare.</summary>
    [JsonIgnore]
    public decimal? Gain => ScoreAfter - ScoreBefore;
}
