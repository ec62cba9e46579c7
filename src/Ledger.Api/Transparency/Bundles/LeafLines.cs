using System.Buffers;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Transparency.Bundles;

/// <summary>Reads the leaf hashes one after another: 64 hexadecimal digits and a line feed each.</summary>
internal sealed class LeafLines(Stream stream)
{
    private const int Line = 65;
    private const int LinesAtOnce = 4_096;

    private readonly byte[] buffer = new byte[Line * LinesAtOnce];
    private int at;
    private int end;

    /// <summary>The next hashes, one behind the other.</summary>
    /// <exception cref="FormatException">There are not so many left, or a line is not a hash.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> NextAsync(int count, CancellationToken cancellation)
    {
        var hashes = new byte[count * MerkleTree.HashLength];
        for (var i = 0; i < count; i++, at += Line)
        {
            if (at == end && await IsAtEndAsync(cancellation))
                throw new FormatException($"{BundleFiles.Leaves} has fewer lines than {BundleFiles.Entries}.");
            Read(buffer.AsSpan(at, Line), hashes.AsSpan(i * MerkleTree.HashLength, MerkleTree.HashLength));
        }

        return hashes;
    }

    public async ValueTask<bool> IsAtEndAsync(CancellationToken cancellation)
    {
        if (at < end)
            return false;
        end = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        at = 0;
        return end % Line == 0 ? end == 0 : throw new FormatException($"A line of {BundleFiles.Leaves} is cut off.");
    }

    private static void Read(ReadOnlySpan<byte> line, Span<byte> hash)
    {
        if (line[^1] != '\n' || Convert.FromHexString(line[..^1], hash, out _, out var written) != OperationStatus.Done || written != hash.Length)
            throw new FormatException($"A line of {BundleFiles.Leaves} is not 64 hexadecimal digits.");
    }
}
