using Ledger.Api.Programme.Coverage;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain.Conference;
using Ledger.Domain.Programme;
using Ledger.Domain.Programme.Coverage;

namespace Ledger.Api.Conference;

/// <summary>The joint conference is set up by the first safeguard, which names it.</summary>
public sealed class ConferenceClauses(LedgerReader reader, EventNames names, ITexts texts) : IClauseFacts
{
    public async Task<IEnumerable<ServedClause>> OfAsync(
        IReadOnlyList<PlanClause> clauses, ProgrammeDocument programme, AsOf asOf, CancellationToken cancellation)
    {
        var words = programme.Organisations.FirstOrDefault(each => each.Code == programme.Roles.Approver && each.PlanWords is not null)?.PlanWords;
        if (words is null)
            return [];
        var meetings = (await reader.OfTypeAsync<MeetingEvent>(fromExclusive: null, asOf.Position, cancellation))
            .Where(recorded => asOf.Knows(recorded.Event.On))
            .Select(recorded => new ClauseFact(recorded.Event.On, recorded.Provenance.Position, texts[
                "clause-fact.meeting", recorded.Provenance.Stream[(recorded.Provenance.Stream.IndexOf('/', StringComparison.Ordinal) + 1)..], TypeOf(recorded.Event)]));
        var seats = (await reader.HistoryAsync<ConferenceEvent>(ConferenceSeats.StreamId, asOf.Position, cancellation))
            .Where(recorded => asOf.Knows(recorded.Event.On))
            .Select(recorded => new ClauseFact(recorded.Event.On, recorded.Provenance.Position, TypeOf(recorded.Event)));
        var latest = meetings.Concat(seats).MaxBy(fact => fact.Position);
        return clauses.Where(clause => clause.Text.Contains(words, StringComparison.Ordinal))
            .Select(clause => new ServedClause(clause.Id, "clause-server.conference", "/conference", "/api/conference", latest));
    }

    private string TypeOf(object @event) => texts[$"event_type.{names.NameOf(@event.GetType())}"];
}
