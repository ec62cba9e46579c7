using Ledger.Domain;
using Ledger.Domain.Conference;

namespace Ledger.Api.Store;

/// <summary>Whether what a write names as its basis was decided by the joint conference, and adopted.</summary>
internal sealed class BasisQuestion
{
    private readonly string named;
    private readonly DecisionReference? reference;
    private readonly StreamQuestion<Meeting, MeetingEvent>? meeting;

    public BasisQuestion(string named, LedgerReader reader)
    {
        this.named = named;
        if (DecisionReference.TryParse(named, out reference))
            meeting = reader.About(Meeting.Stream(reference.Meeting));
    }

    /// <summary>None where the words name no decision at all.</summary>
    public IReadOnlyList<Question> Questions => meeting is null ? [] : [meeting];

    /// <summary>Once the questions are answered.</summary>
    public Refusal? Refusal() => meeting is null ? Meeting.Unknown(named) : meeting.Answer.State.CheckBasis(reference!.Item);
}
