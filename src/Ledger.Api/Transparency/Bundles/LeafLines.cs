namespace Ledger.Api.Transparency.Bundles;

/// <summary>Reads the leaf hashes one after another: 64 hexadecimal digits and a line feed each.</summary>
internal sealed class LeafLines(Stream stream)
{
    private const int Line = 65;
    private const int LinesAtOnce = 4_096;

    private readonly byte[] buffer = new byte[Line * LinesAtOnce];
    private int at;
    private int end;

    /// <exception cref="FormatException">There is none left, or the line is not a hash.</exception>
    public async ValueTask<byte[]> NextAsync(CancellationToken cancellation)
    {
        if (await IsAtEndAsync(cancellation))
            throw new FormatException($"{BundleFiles.Leaves} has fewer lines than {BundleFiles.Entries}.");
        var line = buffer.AsMemory(at, Line);
        at += Line;
        return Read(line.Span);
    }

    public async ValueTask<bool> IsAtEndAsync(CancellationToken cancellation)
    {
        if (at < end)
            return false;
        end = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        at = 0;
        return end % Line == 0 ? end == 0 : throw new FormatException($"A line of {BundleFiles.Leaves} is cut off.");
    }

    private static byte[] Read(ReadOnlySpan<byte> line)
    {
        var hash = new byte[32];
        return line[^1] == '\n' && Convert.FromHexString(line[..^1], hash, out _, out var written) == System.Buffers.OperationStatus.Done && written == 32
            ? hash
            : throw new FormatException($"A line of {BundleFiles.Leaves} is not 64 hexadecimal digits.");
    }
}
