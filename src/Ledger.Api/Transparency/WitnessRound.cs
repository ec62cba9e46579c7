using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Ledger.Domain.Transparency;
using NodaTime;

namespace Ledger.Api.Transparency;

/// <summary>One look of a witness at a log: fetches, checks, remembers, cosigns, hands in.</summary>
public sealed class WitnessRound(HttpClient ledger, WitnessState state, NoteSigner signer, Witness witness, IClock clock)
{
    public async Task<WitnessSight> LookAsync(CancellationToken cancellation)
    {
        using var alone = state.Hold();
        var latest = await FetchAsync("log/checkpoint", cancellation);
        if (!SignedNote.TryParse(latest, out var note))
            return new(5, "What the ledger gives is no checkpoint.");
        var seen = Checkpoint.TryParse(note.Text, out var offered) ? state.Last(offered.Origin) : null;
        var request = new WitnessRequest(0, [], note);
        // Only what has grown needs a proof; what has shrunk or changed is seen without.
        if (seen is not null && offered!.Size >= seen.Size)
        {
            var proof = await FetchAsync(string.Create(CultureInfo.InvariantCulture, $"api/log/proof/consistency?from={seen.Size}&to={offered.Size}"), cancellation);
            if (!WitnessRequest.TryParse(proof, out var given))
                return Refuse(new(WitnessVerdict.ProofWrong, offered, seen), note);
            request = given with { Checkpoint = note };
        }

        var found = witness.Look(request, _ => seen, Ed25519.Check);
        if (found.Verdict != WitnessVerdict.Grown)
            return Refuse(found, note);
        var cosignature = signer.Under(note.Text, clock.GetCurrentInstant());
        state.Remember(found.Offered!.Origin, witness.Kept(note).With([cosignature]));
        return await HandInAsync(found.Offered, cosignature, cancellation);
    }

    private WitnessSight Refuse(Witnessed found, SignedNote note)
    {
        var (offered, seen) = (found.Offered, found.Seen);
        switch (found.Verdict)
        {
            case WitnessVerdict.Malformed:
                return new(5, "What the ledger gives is no checkpoint.");
            case WitnessVerdict.LogUnknown:
                return new(5, $"The log is {offered!.Origin}, of which no key was given.");
            case WitnessVerdict.NotSigned:
                return new(5, $"The checkpoint of {offered!.Origin} is not signed with a key that was given.");
            case WitnessVerdict.Shrunk:
                return new(3, $"The log {offered!.Origin} had {seen!.Size} entries, and now says that it has {offered.Size}: "
                    + $"nothing was cosigned. Both checkpoints are kept; this one in {state.KeepEvidence(offered.Origin, note)}.");
            default:
                return new(4, $"The log {offered!.Origin} of {offered.Size} entries is not the one whose first {seen!.Size} were seen before: "
                    + $"its history is another one, and nothing was cosigned. Both checkpoints are kept; this one in {state.KeepEvidence(offered.Origin, note)}.");
        }
    }

    private async Task<WitnessSight> HandInAsync(Checkpoint checkpoint, NoteSignature cosignature, CancellationToken cancellation)
    {
        using var body = new StringContent($"{cosignature}\n", Encoding.UTF8, "text/plain");
        using var answer = await ledger.PostAsync(
            string.Create(CultureInfo.InvariantCulture, $"log/checkpoint/{checkpoint.Size}/cosignatures"), body, cancellation);
        return answer.IsSuccessStatusCode
            ? new(0, $"{checkpoint.Origin} has {checkpoint.Size} entries with the root {Convert.ToBase64String(checkpoint.Root)}: cosigned as {signer.Key.Name}.")
            : new(6, $"The log only grew, but the ledger did not take the cosignature: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellation)}\n{cosignature}");
    }

    private async Task<string> FetchAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/plain"));
        using var answer = await ledger.SendAsync(request, cancellation);
        return await answer.Content.ReadAsStringAsync(cancellation);
    }
}

/// <param name="ExitCode">0 when it was cosigned and taken.</param>
/// <param name="Text">What a person is told.</param>
public sealed record WitnessSight(int ExitCode, string Text);
