using Ledger.Domain.Access;
using NodaTime;

namespace Ledger.Domain.Assessment;

/// <summary>What every act on a year's assessment is held to, whoever does it.</summary>
internal static class AssessmentRules
{
    /// <summary>The longest text, in characters, that a reason, grounds or minutes may be.</summary>
    public const int LongestText = 4000;

    /// <summary>The officer may do this, and the year has come so far.</summary>
    /// <returns><c>not-allowed</c>, <c>assessment-not-opened</c>, <c>assessment-phase</c>, or null.</returns>
    public static Refusal? Check(AssessmentYear state, Actor actor, Act act, params Phase[] phases)
    {
        if (Permissions.Check(actor, act) is { } notAllowed)
            return notAllowed;
        return InPhase(state, phases);
    }

    public static Refusal? InPhase(AssessmentYear state, params Phase[] phases)
    {
        if (state.Phase == Phase.None)
            return Refusal.Of(RefusalKind.NotFound, "assessment-not-opened", state.Year);
        return phases.Contains(state.Phase)
            ? null
            : Refusal.Of(RefusalKind.Conflict, "assessment-phase", state.Year, state.Phase, phases.Cast<object>().ToList());
    }

    /// <summary>The date of the paper: today unless given, never to come, never before the last act of the year.</summary>
    public static (LocalDate On, Refusal? Refusal) Dated(AssessmentYear state, LocalDate? on, LocalDate today) =>
        DocumentDate.Of(on, state.LastActOn, today);

    public static Fault? Text(string pointer, string? text) => RequestFaults.Text(pointer, text, LongestText);
}
