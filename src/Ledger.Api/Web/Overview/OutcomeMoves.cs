using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Results;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Web.Overview;

/// <summary>What a year's grades led to and is still to be done by a day. What has no day waits for nobody.</summary>
public static class OutcomeMoves
{
    public static IEnumerable<Move> Of(IEnumerable<AssessmentYear> years, LocalDate day) =>
        from year in years
        from outcome in year.Outcomes
        where outcome is { State: OutcomeState.Open, Decision.DueOn: not null }
        select new Move(
            MoveKind.FollowOutcome, Role.Reporter, outcome.Decision.Zone, Task: null, Period.OfYear(year.Year), 1, outcome.Decision.DueOn,
            outcome.IsLate(day), $"/assessments/{year.Year}/outcomes#outcome-{outcome.Decision.Number}");
}
