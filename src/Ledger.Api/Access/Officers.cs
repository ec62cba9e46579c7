using Ledger.Api.Store;
using Ledger.Domain.Access;

namespace Ledger.Api.Access;

/// <summary>Who held which office, as of any position.</summary>
public sealed class Officers(LedgerReader reader)
{
    public async Task<Officer?> FindAsync(string user, CancellationToken cancellation)
    {
        var found = await reader.ReadAsync(Officer.Stream(user), position: null, cancellation);
        return found.State.IsAppointed ? found.State : null;
    }

    /// <summary>Everyone who ever held an office, by name; those dismissed are not appointed.</summary>
    public async Task<IReadOnlyList<OfficerStanding>> AllAsync(long? position, CancellationToken cancellation)
    {
        var events = await reader.OfTypeAsync<OfficerEvent>(fromExclusive: null, position, cancellation);
        return
        [
            .. events.GroupBy(recorded => recorded.Provenance.Stream)
                .Select(group => new OfficerStanding(
                    Officer.Stream(group.Key["officer/".Length..]).Fold(group), group.Last().Provenance.Version, group.Last().Provenance.Position))
                .OrderBy(standing => standing.Officer.User, StringComparer.Ordinal),
        ];
    }
}

/// <param name="Version">Of the officer's stream, for <c>If-Match</c>.</param>
public sealed record OfficerStanding(Officer Officer, long Version, long Position);
