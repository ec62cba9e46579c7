using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Web.Overview;

/// <summary>What is to be done next about a return or a notice, and whose move it is.</summary>
/// <param name="Zone">Null for a notice.</param>
/// <param name="Count">How many there are of what is asked; 1 where it is one act.</param>
/// <param name="DueOn">Null where nothing says by when.</param>
public sealed record Move(MoveKind Kind, Role Who, Zone? Zone, Period Period, int Count, LocalDate? DueOn, bool IsLate)
{
    /// <summary>Everything that waits, what is late first, then by period and in the programme's order of zones.</summary>
    /// <param name="returns">Of every zone, for every period that has ended.</param>
    /// <param name="noticed">The last quarter whose notice is issued; what came before is not asked for any more. Null: none is.</param>
    /// <param name="now">The moment asked about.</param>
    public static IReadOnlyList<Move> All(
        ProgrammeDocument programme, IReadOnlyList<ZoneReturn> returns, Period? noticed, Instant now)
    {
        var moves = returns.SelectMany(state => OfReturn(programme, state, now));
        var notices = returns.GroupBy(state => state.Period)
            .Where(quarter => quarter.Key.IsQuarter && (noticed is null || quarter.Key > noticed) && quarter.All(state => state.State == ReturnState.Accepted))
            .Select(quarter => new Move(MoveKind.Issue, Role.Secretary, Zone: null, quarter.Key, 1, DueOn: null, IsLate: false));
        return [.. moves.Concat(notices).OrderByDescending(move => move.IsLate).ThenBy(move => move.Period)];
    }

    private static IEnumerable<Move> OfReturn(ProgrammeDocument programme, ZoneReturn state, Instant now)
    {
        var zone = programme.FindZone(state.Zone)!;
        var isLate = state.Submissions.IsEmpty && programme.DueAt(state.Period) < now;
        var dueOn = programme.Calendar.DueOn(state.Period);
        switch (state.State)
        {
            case ReturnState.Open:
                yield return new(MoveKind.Report, Role.Reporter, zone, state.Period, 1, dueOn, isLate);
                break;
            case ReturnState.SentBack:
                yield return new(MoveKind.Resubmit, Role.Reporter, zone, state.Period, 1, DueOn: null, IsLate: false);
                break;
            case ReturnState.Submitted when state.Queries.Count(query => query.Answer is null) is > 0 and var open:
                yield return new(MoveKind.Answer, Role.Reporter, zone, state.Period, open, DueOn: null, IsLate: false);
                break;
            case ReturnState.Submitted:
                yield return new(MoveKind.Review, Role.Reviewer, zone, state.Period, 1, DueOn: null, IsLate: false);
                break;
            case ReturnState.Accepted when state.Corrections.Count(correction => correction.Ruling is null) is > 0 and var asked:
                yield return new(MoveKind.Rule, Role.Reviewer, zone, state.Period, asked, DueOn: null, IsLate: false);
                break;
            case ReturnState.Accepted:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(state));
        }
    }
}

public enum MoveKind
{
    Report,
    Resubmit,
    Answer,
    Review,
    Rule,
    Issue,
}
