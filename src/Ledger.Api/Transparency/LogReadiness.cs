using Ledger.Api.Store;

namespace Ledger.Api.Transparency;

/// <summary>A ledger whose history is no longer the one that was signed is not ready for anything.</summary>
public sealed class LogReadiness(Checkpoints checkpoints) : IReadiness
{
    public async Task<(string What, string Why)?> FindFaultAsync(CancellationToken cancellation) =>
        await checkpoints.FindContradictionAsync(cancellation) is { } contradiction ? ("log-contradicts", contradiction.Message) : null;
}
