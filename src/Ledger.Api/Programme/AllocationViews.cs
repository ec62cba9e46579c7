using Ledger.Domain;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Programme;

/// <summary>Every target that is shared out to the zones, as in force.</summary>
public sealed record AllocationBoard(int Version, IReadOnlyList<AllocationRow> Targets);

/// <summary>One target with its parts.</summary>
/// <param name="Subject">The code of the indicator, or of several together.</param>
/// <param name="Unit">Null where several together are counted in different ones.</param>
/// <param name="Target">Of the league.</param>
/// <param name="Parts">By zone.</param>
/// <param name="Difference">By how much the parts are meant to exceed the target; 0: they come to exactly that.</param>
/// <param name="Assumptions">Numbers of the assumptions that still set the parts; none: they were decided.</param>
/// <param name="History">Each version that shared it out otherwise, the latest first.</param>
public sealed record AllocationRow(
    string Subject, string Id, Name Name, Name? Unit, decimal Target, IReadOnlyDictionary<string, decimal> Parts, decimal Sum, decimal Difference,
    IReadOnlyList<string> Assumptions, IReadOnlyList<AllocationStep> History);

/// <param name="Decision">Of the joint conference, on which it rests; null: it names none.</param>
public sealed record AllocationStep(
    int Version, LocalDate On, Basis Basis, string? Decision, string Officer, string Organisation, long Position, IReadOnlyDictionary<string, decimal> Parts, decimal Difference);

/// <summary>What an amendment does to the zones.</summary>
/// <param name="Hash">SHA-256 of the effect; what an amendment confirms.</param>
public sealed record AllocationEffectShown(AllocationEffect Effect, string Hash);

/// <summary>What amending an allocation would come to.</summary>
/// <param name="Refusal">Null, or <c>effect-not-confirmed</c>: it would be recorded once its effect is confirmed.</param>
/// <param name="Shown">Null where the parts are at fault.</param>
public sealed record AllocationTrial(Refusal? Refusal, AllocationEffectShown? Shown);

/// <summary>Where the plan says things that do not go together, side by side; none is worked out from another.</summary>
/// <param name="Period">For which it is read; null: nothing was accepted yet.</param>
public sealed record ConflictBoard(Period? Period, IReadOnlyList<Conflict> Conflicts);

/// <param name="Ambiguity">Under which the programme lists it.</param>
public sealed record Conflict(string Ambiguity, Name Title, Name Text, IReadOnlyList<ConflictSide> Sides);

/// <summary>One thing that the plan says.</summary>
/// <param name="Indicator">Its code; null: no indicator of the plan, but the words of a task.</param>
/// <param name="Words">Verbatim.</param>
/// <param name="Goal">What is to be reached in the last year: a count, or per cent a year.</param>
/// <param name="Value">Of the league now; null: there is none.</param>
/// <param name="Target">Where it is to stand at the end of the period; null: nothing is said of it.</param>
public sealed record ConflictSide(
    string? Indicator, string? Id, Name Name, Name Unit, string Words, string Section, ConflictGoal Goal, decimal? Value, decimal? Target,
    decimal? Attainment, decimal? YearlyGrowth, Verdict? Verdict);

/// <param name="Times">The baseline is to be multiplied so often; else null.</param>
public sealed record ConflictGoal(decimal? Value, PeriodSemantics? Period, int? Times);
