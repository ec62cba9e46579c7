using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Ledger.Domain.Transparency;

/// <summary>A text with signatures under it (C2SP signed-note).</summary>
/// <param name="Text">What is signed, its last newline included.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>More than these are not read.</summary>
    public const int MostSignatures = 100;

    public SignedNote With(params IEnumerable<NoteSignature> more) => this with { Signatures = [.. Signatures, .. more] };

    /// <summary>Reads the one spelling there is; anything else is refused.</summary>
    public static bool TryParse(string note, [NotNullWhen(true)] out SignedNote? read)
    {
        read = null;
        // The text may itself hold empty lines: the last one parts it from the signatures.
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || note.Any(c => c < ' ' && c != '\n') || !TryParseSignatures(note[(end + 2)..], out var signatures))
            return false;
        read = new SignedNote(note[..(end + 1)], signatures);
        return true;
    }

    /// <summary>Refuses what is not UTF-8, too.</summary>
    public static bool TryParse(ReadOnlySpan<byte> note, [NotNullWhen(true)] out SignedNote? read)
    {
        read = null;
        try
        {
            return TryParse(StrictText.Utf8.GetString(note), out read);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Lines of signatures by themselves, as a witness answers them; one at least.</summary>
    public static bool TryParseSignatures(string lines, [NotNullWhen(true)] out IReadOnlyList<NoteSignature>? signatures)
    {
        signatures = null;
        if (!lines.EndsWith('\n'))
            return false;
        var read = new List<NoteSignature>();
        foreach (var line in lines[..^1].Split('\n'))
        {
            if (read.Count == MostSignatures || !NoteSignature.TryParse(line, out var signature))
                return false;
            read.Add(signature);
        }

        signatures = read;
        return true;
    }

    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(signature => $"{signature}\n"))}";
}

/// <summary>One line under a note: whose it says it is, and the signature.</summary>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Value)
{
    private const string Dash = "— ";

    public static bool TryParse(string line, [NotNullWhen(true)] out NoteSignature? signature)
    {
        signature = null;
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || line[Dash.Length..].Split(' ') is not [var name, var encoded]
            || !StrictText.IsKeyName(name) || !StrictText.TryBase64(encoded, out var bytes) || bytes.Length <= sizeof(uint))
        {
            return false;
        }

        signature = new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[sizeof(uint)..]);
        return true;
    }

    public override string ToString()
    {
        var bytes = new byte[sizeof(uint) + Value.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Value.CopyTo(bytes, sizeof(uint));
        return $"{Dash}{Name} {Convert.ToBase64String(bytes)}";
    }
}
