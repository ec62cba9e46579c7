using Ledger.Api.Programme.Coverage;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain.Cultivation;
using Ledger.Domain.Programme;
using Ledger.Domain.Programme.Coverage;

namespace Ledger.Api.Cultivation;

/// <summary>A zone's goal is followed by its cultivation: selection, stages, conditions.</summary>
public sealed class CultivationClauses(LedgerReader reader, EventNames names, ITexts texts) : IClauseFacts
{
    public async Task<IEnumerable<ServedClause>> OfAsync(
        IReadOnlyList<PlanClause> clauses, ProgrammeDocument programme, AsOf asOf, CancellationToken cancellation)
    {
        var histories = await reader.HistoriesAsync<CultivationEvent>(
            programme.Zones.Select(zone => CultivatedZone.StreamId(zone.Code)), asOf.Position, cancellation);
        return from clause in clauses
               from zone in clause.Zones
               select new ServedClause(clause.Id, "clause-server.cultivation", $"/zones/{zone}", $"/api/zones/{zone}", Latest(zone))
               {
                   Of = programme.FindZone(zone)!.ShortName,
               };

        ClauseFact? Latest(string zone)
        {
            var latest = histories[CultivatedZone.StreamId(zone)].LastOrDefault(recorded => asOf.Knows(recorded.Event.On));
            return latest is null ? null : new(latest.Event.On, latest.Provenance.Position, texts[
                "clause-fact.zone", programme.ZoneNamedOn(zone, latest.Event.On)!.ShortName, texts[$"event_type.{names.NameOf(latest.Event.GetType())}"]]);
        }
    }
}
