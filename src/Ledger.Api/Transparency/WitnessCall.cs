using System.Globalization;
using System.Net;
using System.Text;
using Ledger.Domain.Transparency;

namespace Ledger.Api.Transparency;

/// <summary>Asks a witness outside to cosign a checkpoint (C2SP tlog-witness, add-checkpoint), and takes its word when it holds.</summary>
public sealed class WitnessCall(HttpClient http, LogTree tree, Cosignatures cosignatures)
{
    /// <param name="known">The size of what the witness cosigned last, as far as is known here; it says itself when that is wrong.</param>
    /// <returns>Null when it cosigned; else why not.</returns>
    public async Task<string?> AskAsync(NoteKey witness, Uri address, StoredCheckpoint checkpoint, long known, CancellationToken cancellation)
    {
        try
        {
            var (status, text) = await PostAsync(address, checkpoint, known, cancellation);
            if (status == HttpStatusCode.Conflict && TrySize(text, out var said))
            {
                if (said > checkpoint.Size)
                    return $"it has seen {said} entries of this log, which has {checkpoint.Size}: was the ledger set back?";
                (status, text) = await PostAsync(address, checkpoint, said, cancellation);
            }

            return status == HttpStatusCode.OK
                ? await TakeAsync(witness, checkpoint, text, cancellation)
                : $"it answers {(int)status} {text.Trim()}";
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return $"it does not answer: {exception.Message}";
        }
    }

    private async Task<(HttpStatusCode Status, string Text)> PostAsync(Uri address, StoredCheckpoint checkpoint, long old, CancellationToken cancellation)
    {
        var request = new WitnessRequest(old, await tree.ProveConsistencyAsync(old, checkpoint.Size, cancellation), checkpoint.Note);
        using var body = new StringContent(request.ToString(), Encoding.UTF8, "text/plain");
        using var answer = await http.PostAsync(new Uri($"{address.AbsoluteUri.TrimEnd('/')}/add-checkpoint"), body, cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
    }

    // Lines of keys that are not this witness's are passed over, as the protocol says.
    private async Task<string?> TakeAsync(NoteKey witness, StoredCheckpoint checkpoint, string text, CancellationToken cancellation)
    {
        NoteSignature[] own = SignedNote.TryParseSignatures(text, out var lines) ? [.. lines.Where(witness.IsNamedBy)] : [];
        if (own.Length == 0)
            return "it answers no cosignature of its own";
        return await cosignatures.TakeAsync(checkpoint.Size, string.Concat(own.Select(line => $"{line}\n")), cancellation) is { } refusal
            ? $"its cosignature is not taken: {refusal.Code}"
            : null;
    }

    private static bool TrySize(string text, out long size) =>
        long.TryParse(text.AsSpan().TrimEnd('\n'), NumberStyles.None, CultureInfo.InvariantCulture, out size);
}
