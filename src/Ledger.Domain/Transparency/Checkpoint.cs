using System.Diagnostics.CodeAnalysis;

namespace Ledger.Domain.Transparency;

/// <summary>What a log says of itself at one size (C2SP tlog-checkpoint): its root stands for every entry before.</summary>
/// <param name="Origin">Which log it is.</param>
/// <param name="Size">How many entries.</param>
/// <param name="Streams">
/// The root over how far each stream had come (<see cref="StreamTree"/>), in an extension line <c>streams ROOT</c>; null where the log did not say.
/// </param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root, byte[]? Streams = null)
{
    private const string StreamsLine = "streams ";

    /// <summary>The text that is signed.</summary>
    public string Text => $"{Origin}\n{StrictText.Number(Size)}\n{Convert.ToBase64String(Root)}\n"
        + (Streams is null ? "" : $"{StreamsLine}{Convert.ToBase64String(Streams)}\n");

    /// <summary>Lines beyond the three that are not known are read past; a line of streams that cannot be read, or a second one, is refused.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        checkpoint = null;
        if (!text.EndsWith('\n') || text[..^1].Split('\n') is not [{ Length: > 0 } origin, var size, var root, .. var more]
            || more.Contains("") || !StrictText.TryNumber(size, out var entries) || !StrictText.TryHash(root, out var hash))
        {
            return false;
        }

        byte[]? streams = null;
        foreach (var line in more.Where(line => line.StartsWith(StreamsLine, StringComparison.Ordinal)))
        {
            if (streams is not null || !StrictText.TryHash(line[StreamsLine.Length..], out streams))
                return false;
        }

        checkpoint = new Checkpoint(origin, entries, hash, streams);
        return true;
    }

    /// <summary>Whether both are of the same entries.</summary>
    public bool Says(Checkpoint other) => Origin == other.Origin && Size == other.Size && Root.AsSpan().SequenceEqual(other.Root);
}
