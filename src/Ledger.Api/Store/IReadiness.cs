namespace Ledger.Api.Store;

/// <summary>Something without which the program cannot do its work as it has to.</summary>
public interface IReadiness
{
    /// <returns>What is wrong, in a code, and why; null when nothing is.</returns>
    Task<(string What, string Why)?> FindFaultAsync(CancellationToken cancellation);
}
