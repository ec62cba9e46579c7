using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain.Programme.Coverage;

namespace Ledger.Api.Programme.Coverage;

/// <summary>Puts beside every clause of the plan what in the ledger serves it, as of any moment.</summary>
public sealed class PlanCoverage(Programmes programmes, IEnumerable<IClauseFacts> capabilities, ITexts texts)
{
    /// <exception cref="RefusedRequestException"><c>programme-missing</c>.</exception>
    public async Task<CoverageView> OfAsync(CoverageFilter filter, AsOf asOf, CancellationToken cancellation)
    {
        var version = await programmes.InForceAsync(asOf.Position, cancellation);
        var clauses = PlanClauses.Of(version.Document);
        var served = new List<ServedClause>();
        foreach (var capability in capabilities)
            served.AddRange(await capability.OfAsync(clauses, version.Document, asOf, cancellation));
        var byClause = served.ToLookup(each => each.Clause);
        List<CoverageRow> rows = [.. clauses.Select(clause => Row(clause, [.. byClause[clause.Id]]))];
        return new(version.Number, new(Count(CoverageState.Recorded), Count(CoverageState.Awaiting), Count(CoverageState.Silent)), [.. rows.Where(filter.Admits)]);

        int Count(CoverageState state) => rows.Count(row => row.State == state);
    }

    private string NameOf(ServedClause served) =>
        served.Of is { } of ? texts["clause-server.of", texts[served.Server], of] : texts[served.Server];

    private CoverageRow Row(PlanClause clause, IReadOnlyList<ServedClause> served)
    {
        var latest = served.Select(each => each.Latest).OfType<ClauseFact>().MaxBy(fact => fact.Position);
        var state = clause.Kind == ClauseKind.Silence ? CoverageState.Silent : latest is null ? CoverageState.Awaiting : CoverageState.Recorded;
        return new(
            clause.Id, clause.Section, clause.Kind, clause.Text, clause.Gloss?.In(Texts.Language), state,
            [.. served.Select(each => new ClauseServer(NameOf(each), each.Page, each.Api)).Distinct()], latest);
    }
}
