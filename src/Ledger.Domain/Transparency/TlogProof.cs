using System.Diagnostics.CodeAnalysis;

namespace Ledger.Domain.Transparency;

/// <summary>All that somebody needs, who has the log's key alone, to check that an entry is in the log (C2SP tlog-proof).</summary>
/// <param name="Path">The proof of inclusion in the checkpoint's tree.</param>
/// <param name="Checkpoint">With its signatures.</param>
/// <param name="Extra">What the reader may need besides; it is not proved. Null: nothing.</param>
public sealed record TlogProof(long Index, IReadOnlyList<byte[]> Path, SignedNote Checkpoint, byte[]? Extra = null)
{
    private const string FirstLine = "c2sp.org/tlog-proof@v1";

    public static bool TryParse(string text, [NotNullWhen(true)] out TlogProof? proof)
    {
        proof = null;
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || text[..end].Split('\n') is not [FirstLine, .. var lines] || !SignedNote.TryParse(text[(end + 2)..], out var note))
            return false;
        byte[]? extra = null;
        if (lines is [['e', 'x', 't', 'r', 'a', ' ', .. var encoded], .. var rest])
        {
            if (!StrictText.TryBase64(encoded, out extra))
                return false;
            lines = rest;
        }

        if (lines is not [['i', 'n', 'd', 'e', 'x', ' ', .. var index], .. var path]
            || !StrictText.TryNumber(index, out var at) || !StrictText.TryHashes(path, out var hashes))
        {
            return false;
        }

        proof = new TlogProof(at, hashes, note, extra);
        return true;
    }

    public override string ToString() => string.Concat(
        [
            $"{FirstLine}\n",
            Extra is null ? "" : $"extra {Convert.ToBase64String(Extra)}\n",
            $"index {StrictText.Number(Index)}\n",
            .. Path.Select(hash => $"{Convert.ToBase64String(hash)}\n"),
            $"\n{Checkpoint}",
        ]);
}
