using System.Collections.Immutable;
using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Programme;

namespace Ledger.Api.Programme;

/// <summary>The programme as of any position. Kept in memory: asking costs a look at the stream's version, and often not even that.</summary>
public sealed class Programmes(LedgerReader reader)
{
    private volatile Known known = new([], Through: -1);

    /// <returns>Null before the first adoption.</returns>
    public async Task<ProgrammeVersion?> FindInForceAsync(long? position, CancellationToken cancellation) =>
        await VersionsAsync(position, cancellation) is [.., var last] ? last : null;

    /// <exception cref="RefusedRequestException"><c>programme-missing</c>: none was adopted yet.</exception>
    public async Task<ProgrammeVersion> InForceAsync(long? position, CancellationToken cancellation) =>
        await FindInForceAsync(position, cancellation)
        ?? throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "programme-missing"));

    /// <summary>By its number, which is the version of the stream: so whoever knows that need not ask again.</summary>
    /// <returns>Null for 0: none was adopted yet.</returns>
    public async ValueTask<ProgrammeVersion?> OfVersionAsync(long version, CancellationToken cancellation)
    {
        if (version == 0)
            return null;
        var seen = known.Versions;
        return (version <= seen.Count ? seen : await AllAsync(position: null, cancellation))[(int)version - 1];
    }

    /// <summary>In their order; the last is in force.</summary>
    public async Task<IReadOnlyList<ProgrammeVersion>> VersionsAsync(long? position, CancellationToken cancellation)
    {
        var versions = await AllAsync(position, cancellation);
        return position is { } last && versions is [.., { } latest] && latest.Provenance.Position > last
            ? [.. versions.TakeWhile(version => version.Provenance.Position <= last)]
            : versions;
    }

    private async Task<ImmutableList<ProgrammeVersion>> AllAsync(long? position, CancellationToken cancellation)
    {
        var seen = known;
        if (position <= seen.Through)
            return seen.Versions;
        var (version, head) = await reader.VersionAsync(ProgrammeHistory.Stream.Id, cancellation);
        var versions = version == seen.Versions.Count
            ? seen.Versions
            : (await reader.ReadAsync(ProgrammeHistory.Stream, position: null, cancellation)).State.Versions;
        known = new(versions, head);
        return versions;
    }

    /// <param name="Through">The position up to which no other version exists.</param>
    private sealed record Known(ImmutableList<ProgrammeVersion> Versions, long Through);
}
