using System.Text;
using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Api.Transparency.Verification;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Transparency.Completeness;

/// <summary>A proof that a history is complete, as it is handed out: JSON, hashes in base64, checkpoints and entries word for word.</summary>
/// <param name="Format"><see cref="Current"/>.</param>
/// <param name="From">Null: from the first entry of the log on.</param>
/// <param name="Consistency">RFC 9162 §2.1.4; empty where there is no <paramref name="From"/>.</param>
/// <param name="Entries">All entries of the stream in between, by version.</param>
public sealed record HistoryProofFile(
    string Format, string Stream, HistoryProofFile.End? From, HistoryProofFile.End To, IReadOnlyList<byte[]> Consistency,
    IReadOnlyList<HistoryProofFile.Entry> Entries)
{
    public const string Current = "ledger-history-proof/1";

    public static HistoryProofFile Of(HistoryProof proof)
    {
        return new(
            Current, proof.Stream, proof.From is { } from ? Write(from) : null, Write(proof.To), proof.Consistency,
            [.. proof.Entries.Select(entry => new Entry(entry.Text, entry.Path))]);

        static End Write(HistoryProofEnd end) => new(end.Checkpoint.ToString(), end.Head.Found, end.Head.Path);
    }

    /// <exception cref="FormatException">It is no such proof.</exception>
    public static HistoryProof Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<HistoryProofFile>(json, LedgerJson.Options) is { Format: Current } file
                ? file.Read()
                : throw new FormatException($"This is no proof of the format {Current}.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"This is no proof: {exception.Message}", exception);
        }
    }

    /// <summary>What the text of an entry says of its place.</summary>
    public static StreamHead? HeadOf(string entry)
    {
        try
        {
            var head = EntryHead.Read(Encoding.UTF8.GetBytes(entry));
            return new(Encoding.UTF8.GetString(head.Stream.Span), head.Version, head.Position);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, LedgerJson.Indented);

    private HistoryProof Read()
    {
        return new(
            Stream, From is null ? null : Read(From), Read(To), Consistency, [.. Entries.Select(entry => new ProvenEntry(entry.Text, entry.Path))]);

        static HistoryProofEnd Read(End end) => new(
            SignedNote.TryParse(end.Checkpoint, out var note) ? note : throw new FormatException("A checkpoint of the proof is no signed note."),
            new StreamProof(end.Head, end.Path));
    }

    /// <param name="Checkpoint">With its signatures.</param>
    /// <param name="Head">What stands where the stream's way in the tree of streams ends: its own last version and position, or another's; null: nothing.</param>
    /// <param name="Path">The hashes beside that way, the lowest first.</param>
    public sealed record End(string Checkpoint, StreamHead? Head, IReadOnlyList<byte[]> Path);

    /// <param name="Text">The very text that was hashed.</param>
    /// <param name="Path">RFC 9162 §2.1.3, in the log of the later checkpoint.</param>
    public sealed record Entry(string Text, IReadOnlyList<byte[]> Path);
}
