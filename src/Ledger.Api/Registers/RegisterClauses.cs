using Ledger.Api.Programme.Coverage;
using Ledger.Api.Web;
using Ledger.Api.Web.Http;
using Ledger.Domain.Programme;
using Ledger.Domain.Programme.Coverage;

namespace Ledger.Api.Registers;

/// <summary>What a target counts one by one stands in the register.</summary>
public sealed class RegisterClauses(Register register, ITexts texts) : IClauseFacts
{
    public async Task<IEnumerable<ServedClause>> OfAsync(
        IReadOnlyList<PlanClause> clauses, ProgrammeDocument programme, AsOf asOf, CancellationToken cancellation)
    {
        var latest = await register.LatestAsync(asOf.Position, asOf.KnownOn, cancellation) is var (position, on, type)
            ? new ClauseFact(on, position, texts["clause-fact.register", texts[$"event_type.{type}"]])
            : null;
        return from clause in clauses
               from kind in programme.RegisterKinds
               where kind.Counted.Any(counting => clause.Indicators.Any(code => programme.FindIndicator(code)!.Measure.Numerator == counting.Series))
               select new ServedClause(clause.Id, "clause-server.registers", $"/registers?kind={kind.Code}", $"/api/registers/counts?kind={kind.Code}", latest)
               {
                   Of = kind.Name,
               };
    }
}
