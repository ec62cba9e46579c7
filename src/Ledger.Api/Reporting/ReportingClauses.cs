using Ledger.Api.Programme.Coverage;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain.Programme;
using Ledger.Domain.Programme.Coverage;
using Ledger.Domain.Reporting;

namespace Ledger.Api.Reporting;

/// <summary>Monitoring and periodic reports are requirements of the third safeguard.</summary>
public sealed class ReportingClauses(LedgerReader reader, ITexts texts) : IClauseFacts
{
    private static readonly string[] Requirements = ["R3", "R4"];

    public async Task<IEnumerable<ServedClause>> OfAsync(
        IReadOnlyList<PlanClause> clauses, ProgrammeDocument programme, AsOf asOf, CancellationToken cancellation)
    {
        var latest = (await reader.OfTypeAsync<ReturnAccepted>(fromExclusive: null, asOf.Position, cancellation))
            .LastOrDefault(recorded => asOf.Knows(recorded.Event.On));
        ClauseFact? fact = null;
        var period = programme.Quarters().First();
        if (latest is not null)
        {
            var of = ZoneReturn.StreamOf(latest.Provenance.Stream).Initial;
            period = of.Period;
            fact = new(latest.Event.On, latest.Provenance.Position, texts[
                "clause-fact.return", programme.FindZone(of.Zone)?.ShortName.In(Texts.Language) ?? of.Zone, of.Period]);
        }

        return clauses.Where(clause => clause.Requirements.Intersect(Requirements).Any())
            .Select(clause => new ServedClause(clause.Id, "clause-server.returns", "/review", $"/api/returns?period={period}", fact));
    }
}
