using System.Runtime.CompilerServices;

namespace Ledger.Api.Transparency.Verification;

/// <summary>Splits a stream of lines into batches; no line is copied, and no more than a few batches are held.</summary>
/// <remarks>Each line is handed out with a zero byte before it, as its leaf hash covers it (<see cref="SealedText"/>): the end of the line before becomes that byte.</remarks>
internal static class EntryLines
{
    private const int Block = 1 << 19;

    /// <summary>No entry is longer, in bytes; a file in which one is, is no list of entries.</summary>
    private const int Longest = 1 << 26;

    /// <remarks>Lines end with a line feed, the last one too. The memory of a batch is good as long as <see cref="Ahead"/> needs it.</remarks>
    /// <exception cref="FormatException">The last line has no end, or one is too long.</exception>
    public static async IAsyncEnumerable<IReadOnlyList<ReadOnlyMemory<byte>>> ReadAsync(
        Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffers = new byte[Ahead.Batches + 2][];
        var rest = ReadOnlyMemory<byte>.Empty;
        var turn = 0;
        while (true)
        {
            var needed = 1 + rest.Length + Block;
            if (needed > Longest)
                throw new FormatException("A line is too long to be an entry.");
            var buffer = buffers[turn] is { } used && used.Length >= needed ? used : buffers[turn] = new byte[Math.Max(needed, Block * 2)];
            rest.CopyTo(buffer.AsMemory(1));
            var read = await stream.ReadAtLeastAsync(buffer.AsMemory(1 + rest.Length, Block), Block, throwOnEndOfStream: false, cancellation);
            var lines = Split(buffer, 1 + rest.Length + read, out rest);
            // A line that has not ended yet is read on where it is: only what was handed out moves on to the next buffer.
            if (lines.Count > 0)
            {
                yield return lines;
                turn = (turn + 1) % buffers.Length;
            }

            if (read == Block)
                continue;
            if (!rest.IsEmpty)
                throw new FormatException("The last line is cut off.");
            yield break;
        }
    }

    private static List<ReadOnlyMemory<byte>> Split(byte[] buffer, int end, out ReadOnlyMemory<byte> rest)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        var before = 0;
        while (buffer.AsSpan(before + 1, end - before - 1).IndexOf((byte)'\n') is >= 0 and var length)
        {
            buffer[before] = 0x00;
            lines.Add(buffer.AsMemory(before, 1 + length));
            before += 1 + length;
        }

        rest = buffer.AsMemory(before + 1, end - before - 1);
        return lines;
    }
}
