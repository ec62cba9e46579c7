using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment.Schemes;

namespace Ledger.Api.Assessment;

/// <summary>Assessment schemes as of any position: every version with the years it is for.</summary>
public sealed class Schemes(LedgerReader reader, AssessmentReaders readers)
{
    /// <summary>Every scheme with its versions, by id.</summary>
    public async Task<IReadOnlyList<SchemeHistory>> AllAsync(long? position, CancellationToken cancellation)
    {
        var events = await reader.OfTypeAsync<SchemeEvent>(fromExclusive: null, position, cancellation);
        return
        [
            .. events.GroupBy(recorded => recorded.Event.Scheme.Id)
                .OrderBy(scheme => scheme.Key, StringComparer.Ordinal)
                .Select(scheme => SchemeHistory.Stream(scheme.Key).Fold(scheme)),
        ];
    }

    /// <summary>One scheme's versions; none before its first adoption.</summary>
    public async Task<SchemeHistory> HistoryAsync(string id, long? position, CancellationToken cancellation) =>
        (await reader.ReadAsync(SchemeHistory.Stream(id), position, cancellation)).State;

    /// <exception cref="RefusedRequestException"><c>scheme-version-unknown</c>: not at that position.</exception>
    public async Task<SchemeVersion> VersionAsync(string id, int number, long? position, CancellationToken cancellation)
    {
        var history = await HistoryAsync(id, position, cancellation);
        return history.Find(number)
            ?? throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "scheme-version-unknown", id, number, history.Versions.Count));
    }

    /// <summary>The version as this person may read it: what a supersession does to a year is told as that year's result is.</summary>
    /// <param name="position">The moment asked about.</param>
    public async Task<SchemeVersion> ReadableAsync(SchemeVersion version, Actor actor, long position, CancellationToken cancellation)
    {
        var readable = new List<SchemeEffect>();
        foreach (var year in version.Effect.GroupBy(line => line.Year))
        {
            if (await readers.CheckAsync(year.Key, zone: null, actor, position, cancellation) is null)
                readable.AddRange(year);
        }

        return version with { Effect = readable };
    }
}
