using Ledger.Api.Programme.Coverage;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;
using Ledger.Domain.Programme.Coverage;
using NodaTime;

namespace Ledger.Api.Assessment;

/// <summary>The mechanism of assessment, its weight, the yearly assessment and its outcomes are requirements of the third safeguard.</summary>
public sealed class AssessmentClauses(LedgerReader reader, ITexts texts) : IClauseFacts
{
    /// <summary>Weight, yearly assessment, incentives and constraints.</summary>
    private static readonly string[] OfTheYear = ["R2", "R6", "R7"];

    public async Task<IEnumerable<ServedClause>> OfAsync(
        IReadOnlyList<PlanClause> clauses, ProgrammeDocument programme, AsOf asOf, CancellationToken cancellation)
    {
        var scheme = await LatestAsync<SchemeEvent>(e => e.On);
        var published = await LatestAsync<ResultPublished>(e => e.On);
        ServedBy[] served =
        [
            new("R1", "clause-server.schemes", "/schemes", "/api/schemes", scheme is null ? null : new(
                scheme.Event.On, scheme.Provenance.Position,
                texts["clause-fact.scheme", scheme.Event.Scheme.Version, scheme.Event.FromYear])),
            .. OfTheYear.Select(requirement => new ServedBy(
                requirement, "clause-server.assessments", "/assessments", "/api/assessments", published is null ? null : new(
                    published.Event.On, published.Provenance.Position,
                    texts["clause-fact.result", AssessmentYear.YearOf(published.Provenance.Stream), published.Event.Edition]))),
        ];
        return from clause in clauses
               from each in served
               where clause.Requirements.Contains(each.Requirement)
               select new ServedClause(clause.Id, each.Server, each.Page, each.Api, each.Latest);

        async Task<Recorded<T>?> LatestAsync<T>(Func<T, LocalDate> on)
            where T : notnull =>
            (await reader.OfTypeAsync<T>(fromExclusive: null, asOf.Position, cancellation))
                .LastOrDefault(recorded => asOf.Knows(on(recorded.Event)));
    }

    private sealed record ServedBy(string Requirement, string Server, string Page, string Api, ClauseFact? Latest);
}
