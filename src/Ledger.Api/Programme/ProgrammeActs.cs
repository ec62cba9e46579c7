using Ledger.Api.Store;
using Ledger.Domain.Programme;

namespace Ledger.Api.Programme;

/// <summary>Adoption and amendment, whoever asks: a page, the API or an import.</summary>
public sealed class ProgrammeActs(LedgerWriter writer, Today today)
{
    public Task<WriteResult> AdoptAsync(AdoptProgramme command, WriteContext context, CancellationToken cancellation) =>
        writer.WriteAsync(
            ProgrammeHistory.Stream, state => command.Decide(state, context.Actor, today.Date), context, cancellation);
}
