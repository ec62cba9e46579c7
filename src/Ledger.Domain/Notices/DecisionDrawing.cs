using Ledger.Domain.Conference;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;

namespace Ledger.Domain.Notices;

/// <summary>The decisions of meetings held in the quarter, as they stood at the cut.</summary>
internal sealed class DecisionDrawing(NoticeBasis basis, CellBook cells)
{
    public NoticeDecisions Draw()
    {
        var decided = (
            from meeting in basis.Meetings
            where meeting.HeldOn >= basis.Period.Start && meeting.HeldOn <= basis.Period.End
            orderby meeting.HeldOn, meeting.Number
            from decision in meeting.Decisions.Values
            select (Meeting: meeting, Decision: decision)).ToList();
        return new(
            cells.Print(
                "decisions", Zone.League, "count",
                Reckoning.Sum([.. decided.Select(each => new Input(
                    Reference(each.Meeting, each.Decision),
                    Reckoning.Given(Formulas.Decision, Rational.One) with
                    {
                        Act = new(Meeting.StreamId(each.Meeting.Number), each.Decision.Position, each.Decision.EventId),
                    }))]) with { Formula = Formulas.Count },
                0),
            [
                .. decided.Select(each => new ConferenceDecision(
                    Reference(each.Meeting, each.Decision), each.Meeting.Number, each.Meeting.HeldOn!.Value, each.Meeting.Items[each.Decision.Item - 1].Kind,
                    each.Meeting.Items[each.Decision.Item - 1].Title, each.Decision.Outcome, each.Decision.Text, each.Decision.On, each.Decision.Position)),
            ]);
    }

    private static string Reference(Meeting meeting, ItemDecision decision) => new DecisionReference(meeting.Number, decision.Item).ToString();
}
