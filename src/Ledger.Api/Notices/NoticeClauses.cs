using Ledger.Api.Programme.Coverage;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain.Programme;
using Ledger.Domain.Programme.Coverage;

namespace Ledger.Api.Notices;

/// <summary>The quarterly notice (季通報) is a requirement of the third safeguard.</summary>
public sealed class NoticeClauses(IssuedNotices issued, ITexts texts) : IClauseFacts
{
    private const string Requirement = "R5";

    public async Task<IEnumerable<ServedClause>> OfAsync(
        IReadOnlyList<PlanClause> clauses, ProgrammeDocument programme, AsOf asOf, CancellationToken cancellation)
    {
        var latest = (await issued.ChainsAsync(asOf.Position, cancellation)).SelectMany(chain => chain.Editions)
            .Where(edition => asOf.Knows(edition.On)).MaxBy(edition => edition.Position);
        var fact = latest is null
            ? null
            : new ClauseFact(latest.On, latest.Position, texts["clause-fact.notice", latest.Period, latest.DocumentNumber, latest.Edition]);
        return clauses.Where(clause => clause.Requirements.Contains(Requirement))
            .Select(clause => new ServedClause(clause.Id, "clause-server.notices", "/notices", "/api/notices", fact));
    }
}
