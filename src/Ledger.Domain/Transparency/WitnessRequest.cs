using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Ledger.Domain.Transparency;

/// <summary>What a log asks a witness to cosign (C2SP tlog-witness, add-checkpoint).</summary>
/// <param name="OldSize">Of the checkpoint that the witness cosigned last; 0: none.</param>
/// <param name="Proof">That the checkpoint is consistent with it.</param>
public sealed record WitnessRequest(long OldSize, IReadOnlyList<byte[]> Proof, SignedNote Checkpoint)
{
    private const int LongestProof = 63;

    /// <summary>Text that is not UTF-8 is no request.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out WitnessRequest? request)
    {
        request = null;
        try
        {
            return TryParse(StrictText.Utf8.GetString(text), out request);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out WitnessRequest? request)
    {
        request = null;
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || text[..end].Split('\n') is not [['o', 'l', 'd', ' ', .. var old], .. { Length: <= LongestProof } lines]
            || !StrictText.TryNumber(old, out var size) || !StrictText.TryHashes(lines, out var proof)
            || !SignedNote.TryParse(text[(end + 2)..], out var note))
        {
            return false;
        }

        request = new WitnessRequest(size, proof, note);
        return true;
    }

    public override string ToString() =>
        $"old {StrictText.Number(OldSize)}\n{string.Concat(Proof.Select(hash => $"{Convert.ToBase64String(hash)}\n"))}\n{Checkpoint}";
}
