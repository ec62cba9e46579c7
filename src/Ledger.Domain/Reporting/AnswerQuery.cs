using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Reporting;

/// <summary>The zone answers what the bureau asked. The figure itself changes only by being reported anew.</summary>
/// <remarks>Refuses with <c>query-unknown</c> or <c>query-answered</c>.</remarks>
public sealed record AnswerQuery(int Query, string Text, LocalDate? On = null)
{
    public Decision<ReturnEvent> Decide(ZoneReturn state, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        if (ReturnRules.ByZone(state, programme, actor) is { } refusal)
            return refusal;
        if (state.Queries.Find(query => query.Number == Query) is not { } asked)
            return Refusal.Of(RefusalKind.NotFound, "query-unknown", Query, state.Queries.Count);
        if (asked.Answer is { } answer)
        {
            return answer.Text == Text
                ? Decision<ReturnEvent>.Accept()
                : Refusal.Of(RefusalKind.Conflict, "query-answered", Query, answer.On);
        }

        if (RequestFaults.Any(ReturnRules.Text("/text", Text)) is { } faults)
            return faults;
        var (on, misdated) = ReturnRules.Dated(state, On, today);
        return misdated is not null ? misdated : new QueryAnswered(on, Query, asked.Series, Text);
    }
}
