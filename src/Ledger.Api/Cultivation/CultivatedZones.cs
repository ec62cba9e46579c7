using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Cultivation;
using Ledger.Domain.Programme;

namespace Ledger.Api.Cultivation;

/// <summary>Zones and their cultivation as of any moment, folded from their own events. Every signed-in officer may read them.</summary>
/// <remarks>Of papers dated later than <see cref="AsOf.KnownOn"/> nothing is told.</remarks>
public sealed class CultivatedZones(LedgerReader reader, Programmes programmes, EventNames names, Today today)
{
    /// <exception cref="RefusedRequestException"><c>programme-missing</c>.</exception>
    public async Task<ZoneBoard> BoardAsync(AsOf asOf, CancellationToken cancellation)
    {
        var programme = await programmes.InForceAsync(asOf.Position, cancellation);
        var eligibility = await EligibilityOfAsync(asOf, cancellation);
        var states = await StatesAsync(programme.Document.Zones.Select(zone => zone.Code), asOf, cancellation);
        var day = asOf.Day(today);
        return new(
            day, programme.Number,
            [
                .. programme.Document.Zones.Select(zone => new ZoneEntry(
                    zone.Code, zone.Name, zone.ShortName, zone.ExistsOn(day), zone.From, zone.Until, zone.Track, zone.GoalCode, zone.HostOn(day),
                    states[zone.Code].Stage, Count(Checklist.Of(states[zone.Code], eligibility.State)))),
            ]);
    }

    /// <exception cref="RefusedRequestException"><c>programme-missing</c>, <c>zone-unknown</c>.</exception>
    public async Task<ZoneView> ZoneAsync(string code, AsOf asOf, CancellationToken cancellation)
    {
        var programme = await programmes.InForceAsync(asOf.Position, cancellation);
        var zone = programme.Document.FindZone(code) ?? throw new RefusedRequestException(Refusal.Of(
            RefusalKind.NotFound, "zone-unknown", code, string.Join(", ", programme.Document.Zones.Select(known => known.Code))));
        var eligibility = await EligibilityOfAsync(asOf, cancellation);
        var history = Known(await reader.HistoryAsync<CultivationEvent>(CultivatedZone.StreamId(code), asOf.Position, cancellation), asOf);
        var state = CultivatedZone.Stream(code).Fold(history);
        var day = asOf.Day(today);
        return new(
            zone, programme.Number, day, zone.ExistsOn(day), zone.HostOn(day), [.. Names(zone)], [.. Hosts(zone)], programme.Document.BreaksOf(code),
            state.Selection, state.Stage, state.Stage is { } stage ? AdvanceStage.After(stage) : null, state.Course,
            Checklist.Of(state, eligibility.State), [.. history.Select(Step)], state.LastActOn,
            history is [.., var last] ? last.Provenance.Version : 0);
    }

    /// <exception cref="RefusedRequestException"><c>programme-missing</c>.</exception>
    public async Task<EligibilityView> EligibilityAsync(AsOf asOf, CancellationToken cancellation)
    {
        var programme = (await programmes.InForceAsync(asOf.Position, cancellation)).Document;
        var (state, version) = await EligibilityOfAsync(asOf, cancellation);
        var zones = programme.ZonesOn(asOf.Day(today));
        var states = await StatesAsync(zones.Select(zone => zone.Code), asOf, cancellation);
        return new(
            [.. state.Criteria.Values],
            [
                .. zones.Select(zone =>
                {
                    var checklist = Checklist.Of(states[zone.Code], state);
                    return new ZoneConditions(
                        zone.Code, zone.Name, Count(checklist), checklist.Entries.ToDictionary(entry => entry.Criterion.Number, entry => entry.Standing));
                }),
            ],
            state.LastActOn, version);
    }

    private async Task<(Eligibility State, long Version)> EligibilityOfAsync(AsOf asOf, CancellationToken cancellation)
    {
        var all = await reader.HistoryAsync<EligibilityEvent>(Eligibility.StreamId, asOf.Position, cancellation);
        Recorded<EligibilityEvent>[] known = [.. all.Where(recorded => asOf.Knows(recorded.Event.On))];
        return (Eligibility.Stream.Fold(known), known is [.., var last] ? last.Provenance.Version : 0);
    }

    private async Task<Dictionary<string, CultivatedZone>> StatesAsync(
        IEnumerable<string> zones, AsOf asOf, CancellationToken cancellation)
    {
        string[] codes = [.. zones];
        var histories = await reader.HistoriesAsync<CultivationEvent>(codes.Select(CultivatedZone.StreamId), asOf.Position, cancellation);
        return codes.ToDictionary(code => code, code => CultivatedZone.Stream(code).Fold(Known(histories[CultivatedZone.StreamId(code)], asOf)));
    }

    private static Recorded<CultivationEvent>[] Known(IEnumerable<Recorded<CultivationEvent>> history, AsOf asOf) =>
        [.. history.Where(recorded => asOf.Knows(recorded.Event.On))];

    private static ConditionCount Count(Checklist checklist) => new(checklist.Met, checklist.Unmet, checklist.Open);

    private static IEnumerable<BorneName> Names(Zone zone)
    {
        var from = zone.From;
        foreach (var former in zone.FormerNames)
        {
            yield return new(former.Name, from, former.Until);
            from = former.Until.PlusDays(1);
        }

        yield return new(zone.Name, from, zone.Until);
    }

    private static IEnumerable<HostingGovernment> Hosts(Zone zone)
    {
        var from = zone.From;
        foreach (var former in zone.FormerHosts)
        {
            yield return new(former.Host, from, former.Until);
            from = former.Until.PlusDays(1);
        }

        yield return new(zone.Host, from, zone.Until);
    }

    private CultivationStep Step(Recorded<CultivationEvent> recorded) => new(
        recorded.Provenance.Position, recorded.Provenance.RecordedAt, recorded.Event.On, names.NameOf(recorded.Event.GetType()),
        recorded.Provenance.Actor.Officer, recorded.Provenance.Actor.Organisation);
}
