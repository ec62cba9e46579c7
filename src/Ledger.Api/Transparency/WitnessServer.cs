using System.Globalization;
using Ledger.Domain.Transparency;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NodaTime;

namespace Ledger.Api.Transparency;

/// <summary>A witness that logs come to (C2SP tlog-witness): <c>POST /add-checkpoint</c>, and what it saw last for monitors.</summary>
/// <param name="say">Told, in a line, of each checkpoint that was cosigned or refused.</param>
public sealed class WitnessServer(WitnessState state, NoteSigner signer, Witness witness, IClock clock, Action<string> say)
{
    /// <summary>In bytes: 63 hashes, and a checkpoint with many signatures.</summary>
    private const int LongestRequest = 128 * 1024;

    private const string Text = "text/plain; charset=utf-8";

    private readonly Lock turn = new();

    /// <summary>Takes the address, and answers until it is stopped. TLS is for a proxy in front.</summary>
    public async Task<WebApplication> StartAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address).ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LongestRequest);
        var app = builder.Build();
        app.MapPost("/add-checkpoint", async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            (http.Response.StatusCode, http.Response.ContentType, var text) = Answer(body.ToArray());
            await http.Response.WriteAsync(text, http.RequestAborted);
        });
        app.MapGet("/{originHash}/checkpoint", (string originHash) => state.Kept(originHash) is { } kept ? Results.Text(kept, Text) : Results.NotFound());
        await app.StartAsync();
        return app;
    }

    /// <summary>Where it answers.</summary>
    public static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    // What was seen last is compared and replaced by one at a time, here and beside other programs of the same witness.
    private (int Status, string Type, string Text) Answer(byte[] body)
    {
        if (!WitnessRequest.TryParse(body, out var request))
            return Refuse(StatusCodes.Status400BadRequest, "This is no request to cosign a checkpoint.");
        lock (turn)
        {
            return Look(request);
        }
    }

    private (int Status, string Type, string Text) Look(WitnessRequest request)
    {
        try
        {
            using var alone = state.Hold();
            var found = witness.Look(request, state.Last, Ed25519.Check);
            if (found.Verdict != WitnessVerdict.Grown)
                return Refuse(found, request);
            var (offered, note) = (found.Offered!, witness.Kept(request.Checkpoint));
            var cosignature = signer.Under(note.Text, clock.GetCurrentInstant());
            state.Remember(offered.Origin, note.With([cosignature]));
            say($"{offered.Origin} has {Number(offered.Size)} entries with the root {Convert.ToBase64String(offered.Root)}: cosigned as {signer.Key.Name}.");
            return (StatusCodes.Status200OK, Text, $"{cosignature}\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // What was seen cannot be read or kept, or another program of this witness is at it: then nothing is signed.
            return Refuse(StatusCodes.Status503ServiceUnavailable, "The witness cannot look now.", $" {exception.Message}");
        }
    }

    private (int Status, string Type, string Text) Refuse(Witnessed found, WitnessRequest request)
    {
        var (offered, seen) = (found.Offered, found.Seen);
        switch (found.Verdict)
        {
            case WitnessVerdict.LogUnknown:
                return Refuse(StatusCodes.Status404NotFound, $"No key of the log {offered!.Origin} is known here.");
            case WitnessVerdict.NotSigned:
                return Refuse(StatusCodes.Status403Forbidden, $"The checkpoint is not signed with a key of {offered!.Origin} that is known here.");
            case WitnessVerdict.OldSizeWrong or WitnessVerdict.Shrunk when request.OldSize <= offered!.Size:
                return (StatusCodes.Status409Conflict, "text/x.tlog.size", $"{Number(seen?.Size ?? 0)}\n");
            case WitnessVerdict.Forked or WitnessVerdict.ProofWrong:
                return Refuse(StatusCodes.Status422UnprocessableEntity, seen is null
                    ? $"This proves nothing of {offered!.Origin}, of which no checkpoint was seen here before."
                    : $"It is not proved that the log {offered!.Origin} of {Number(offered.Size)} entries is the one whose first {Number(seen.Size)} were seen here before: nothing was cosigned.",
                    seen is null ? "" : $" Both checkpoints are kept; this one in {state.KeepEvidence(offered!.Origin, witness.Kept(request.Checkpoint))}.");
            default:
                return Refuse(StatusCodes.Status400BadRequest, "This is no checkpoint, or one said to have grown from a larger one.");
        }
    }

    /// <param name="here">What more is told here, but not to whoever asks.</param>
    private (int Status, string Type, string Text) Refuse(int status, string why, string here = "")
    {
        say(string.Create(CultureInfo.InvariantCulture, $"{status} {why}{here}"));
        return (status, Text, $"{why}\n");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
