namespace Ledger.Api.Store;

/// <summary>The root of the log's tree (RFC 9162) over the first <c>size</c> entries.</summary>
public interface IRootAt
{
    /// <returns>Null while the tree does not cover that size yet.</returns>
    ValueTask<byte[]?> AtSizeAsync(long size, CancellationToken cancellation);
}
