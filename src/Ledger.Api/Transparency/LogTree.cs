using Ledger.Api.Store;
using Ledger.Domain.Transparency;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Api.Transparency;

/// <summary>The tree over the sealed entries, kept in the database so that a root of any size costs a handful of reads.</summary>
/// <remarks>It follows the entries by position, whenever a root is asked for; two programs doing so at once write the same nodes.</remarks>
public sealed class LogTree(NpgsqlDataSource database) : IRootAt, IDisposable
{
    private const int Batch = 10_000;

    private readonly SemaphoreSlim growing = new(1);
    private long covered;

    public async ValueTask<byte[]?> AtSizeAsync(long size, CancellationToken cancellation) => await RootAsync(size, cancellation);

    /// <exception cref="InvalidOperationException">The log is not so large.</exception>
    public async Task<byte[]> RootAsync(long size, CancellationToken cancellation)
    {
        await CoverAsync(size, cancellation);
        return (await RangeAsync(size, cancellation)).Root();
    }

    /// <summary>The hashes of complete subtrees, all in one question.</summary>
    /// <exception cref="InvalidOperationException">The tree is not so large.</exception>
    public async Task<Func<TreeNode, byte[]>> HashesAsync(IEnumerable<TreeNode> nodes, CancellationToken cancellation)
    {
        TreeNode[] wanted = [.. nodes.Distinct()];
        await CoverAsync(wanted.Select(node => (node.Index + 1) << node.Level).Append(0).Max(), cancellation);
        var hashes = wanted.Zip(await ReadAsync(wanted, cancellation)).ToDictionary(pair => pair.First, pair => pair.Second);
        return node => hashes[node];
    }

    public async Task<IReadOnlyList<byte[]>> ProveInclusionAsync(long position, long size, CancellationToken cancellation) =>
        InclusionProof.Make(
            position, size, await HashesAsync(InclusionProof.Parts(position, size).SelectMany(part => part.Nodes()), cancellation));

    public async Task<IReadOnlyList<byte[]>> ProveConsistencyAsync(long oldSize, long newSize, CancellationToken cancellation) =>
        ConsistencyProof.Make(
            oldSize, newSize, await HashesAsync(ConsistencyProof.Parts(oldSize, newSize).SelectMany(part => part.Nodes()), cancellation));

    public void Dispose() => growing.Dispose();

    private async Task CoverAsync(long size, CancellationToken cancellation)
    {
        if (Interlocked.Read(ref covered) < size)
            await GrowAsync(size, cancellation);
    }

    private async Task GrowAsync(long size, CancellationToken cancellation)
    {
        await growing.WaitAsync(cancellation);
        try
        {
            var from = Math.Max(covered, await StoredAsync(cancellation));
            var range = await RangeAsync(from, cancellation);
            while (range.Size < size)
            {
                var leaves = await LeavesAsync(range.Size, Math.Min(size, range.Size + Batch), cancellation);
                if (leaves.Count == 0)
                    throw new InvalidOperationException($"The ledger has no entry at position {range.Size}; its positions are gapless, so it is damaged.");
                await StoreAsync([.. leaves.SelectMany(range.Complete)], cancellation);
            }

            Interlocked.Exchange(ref covered, range.Size);
        }
        finally
        {
            growing.Release();
        }
    }

    // Every second leaf completes a node of level 1, so their number says how far the tree has been built.
    private async Task<long> StoredAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select coalesce(max(index) + 1, 0) * 2 from ledger.log_node where level = 1");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<CompactRange> RangeAsync(long size, CancellationToken cancellation)
    {
        TreeNode[] nodes = [.. CompactRange.SubtreesOf(size)];
        return new CompactRange(size, await ReadAsync(nodes, cancellation));
    }

    private async Task<IReadOnlyList<byte[]>> ReadAsync(TreeNode[] nodes, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select coalesce(n.hash, e.leaf_hash)
              from unnest($1, $2) with ordinality as wanted(level, index, place)
              left join ledger.log_node n on n.level = wanted.level and n.index = wanted.index and wanted.level > 0
              left join ledger.ledger_entry e on e.position = wanted.index and wanted.level = 0
             order by place
            """);
        command.Parameters.AddWithValue(nodes.Select(node => node.Level).ToArray());
        command.Parameters.AddWithValue(nodes.Select(node => node.Index).ToArray());
        var hashes = new List<byte[]>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            hashes.Add(row.GetFieldValue<byte[]>(0));
        return hashes;
    }

    private async Task<List<byte[]>> LeavesAsync(long from, long to, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select leaf_hash from ledger.ledger_entry where position >= $1 and position < $2 order by position");
        command.Parameters.AddWithValue(from);
        command.Parameters.AddWithValue(to);
        var leaves = new List<byte[]>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            leaves.Add(row.GetFieldValue<byte[]>(0));
        return leaves;
    }

    private async Task StoreAsync(List<(TreeNode Node, byte[] Hash)> nodes, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            insert into ledger.log_node (level, index, hash) select * from unnest($1, $2, $3) on conflict do nothing
            """);
        command.Parameters.AddWithValue(nodes.Select(n => n.Node.Level).ToArray());
        command.Parameters.AddWithValue(nodes.Select(n => n.Node.Index).ToArray());
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Bytea, nodes.Select(n => n.Hash).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
