using System.Text.Json;
using Ledger.Api.Assessment;
using Ledger.Api.Notices;
using Ledger.Api.Store;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;

namespace Ledger.Api.Transparency.Bundles;

/// <summary>What an event published, as the file that a bundle holds of it: a function of the event alone, so that the file can be checked against it.</summary>
internal static class PublishedFiles
{
    /// <summary>The kinds of events that publish something.</summary>
    public static bool Publishes(Type kind) =>
        typeof(NoticeEvent).IsAssignableFrom(kind) || kind == typeof(ScorecardsRecorded)
        || typeof(ProgrammeEvent).IsAssignableFrom(kind) || typeof(SchemeEvent).IsAssignableFrom(kind);

    /// <returns>Null of an event that publishes nothing.</returns>
    public static PublishedFile? Of(object @event) => @event switch
    {
        NoticeEvent e => new(
            FormattableString.Invariant($"{BundleFiles.Papers}notice-{e.Frozen.Content.Period}-{e.Edition}.json"), CanonicalNotice.BytesOf(e.Frozen.Content)),
        ScorecardsRecorded e => new(
            FormattableString.Invariant($"{BundleFiles.Results}{e.Content.Year}-{e.Edition}.json"), CanonicalResult.BytesOf(e.Content)),
        ProgrammeEvent e => new(FormattableString.Invariant($"{BundleFiles.Programme}{e.Version}.json"), Json(e.Document)),
        SchemeEvent e => new(FormattableString.Invariant($"{BundleFiles.Schemes}{e.Scheme.Id}-{e.Scheme.Version}.json"), Json(e.Scheme)),
        _ => null,
    };

    private static byte[] Json<T>(T document) => JsonSerializer.SerializeToUtf8Bytes(document, LedgerJson.Indented);
}

/// <param name="Name">Its path in the bundle.</param>
internal sealed record PublishedFile(string Name, byte[] Bytes)
{
    /// <summary>Where the proof stands that the entry which published it is in the log.</summary>
    public string Proof => $"{BundleFiles.Proofs}{Path.ChangeExtension(Name.Replace('/', '-'), ".txt")}";
}
