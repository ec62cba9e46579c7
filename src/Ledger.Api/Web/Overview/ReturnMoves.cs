using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Web.Overview;

/// <summary>What waits about returns and notices.</summary>
public static class ReturnMoves
{
    /// <param name="returns">Of every zone, for every period that has ended.</param>
    /// <param name="noticed">The last quarter whose notice is issued; what came before is not asked for any more. Null: none is.</param>
    /// <param name="now">The moment asked about.</param>
    public static IEnumerable<Move> Of(ProgrammeDocument programme, IReadOnlyList<ZoneReturn> returns, Period? noticed, Instant now)
    {
        var notices = returns.GroupBy(state => state.Period)
            .Where(quarter => quarter.Key.IsQuarter && (noticed is null || quarter.Key > noticed) && quarter.All(state => state.State == ReturnState.Accepted))
            .Select(quarter => new Move(
                MoveKind.Issue, Role.Secretary, Party: null, Task: null, quarter.Key, 1, DueOn: null, IsLate: false, $"/notices/{quarter.Key}/draft"));
        return returns.SelectMany(state => OfReturn(programme, state, now)).Concat(notices);
    }

    private static IEnumerable<Move> OfReturn(ProgrammeDocument programme, ZoneReturn state, Instant now)
    {
        Move Zones(MoveKind kind, int count = 1, LocalDate? dueOn = null, bool isLate = false) =>
            new(kind, Role.Reporter, state.Zone, Task: null, state.Period, count, dueOn, isLate, $"/return/{state.Zone}/{state.Period}");
        Move Bureaus(MoveKind kind, int count = 1) =>
            new(kind, Role.Reviewer, state.Zone, Task: null, state.Period, count, DueOn: null, IsLate: false, $"/review/{state.Zone}/{state.Period}");

        switch (state.State)
        {
            case ReturnState.Open:
                yield return Zones(
                    MoveKind.Report, dueOn: programme.Calendar.DueOn(state.Period),
                    isLate: state.Submissions.IsEmpty && programme.DueAt(state.Period) < now);
                break;
            case ReturnState.SentBack:
                yield return Zones(MoveKind.Resubmit);
                break;
            case ReturnState.Submitted when state.Queries.Count(query => query.Answer is null) is > 0 and var open:
                yield return Zones(MoveKind.Answer, open);
                break;
            case ReturnState.Submitted:
                yield return Bureaus(MoveKind.Review);
                break;
            case ReturnState.Accepted when state.Corrections.Count(correction => correction.Ruling is null) is > 0 and var asked:
                yield return Bureaus(MoveKind.Rule, asked);
                break;
            case ReturnState.Accepted:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(state));
        }
    }
}
