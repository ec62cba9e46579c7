using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Notices;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Notices;

/// <summary>Which notices were issued, as of any position. Kept in memory without their content: an issued edition never changes.</summary>
public sealed class IssuedNotices(LedgerReader reader)
{
    private volatile Known known = new([], Through: -1);

    /// <summary>Every notice with its editions, by quarter, as of the position.</summary>
    public async Task<IReadOnlyList<NoticeChain>> ChainsAsync(long position, CancellationToken cancellation)
    {
        var editions = await AllAsync(position, cancellation);
        return
        [
            .. editions.Where(edition => edition.Position <= position)
                .GroupBy(edition => edition.Period)
                .OrderBy(chain => chain.Key)
                .Select(chain => new NoticeChain(chain.Key, [.. chain])),
        ];
    }

    /// <returns>Null when the quarter's notice had not been issued.</returns>
    public async Task<NoticeChain?> FindAsync(Period period, long position, CancellationToken cancellation) =>
        (await ChainsAsync(position, cancellation)).FirstOrDefault(chain => chain.Period == period);

    private async Task<ImmutableList<IssuedNotice>> AllAsync(long position, CancellationToken cancellation)
    {
        var seen = known;
        if (position <= seen.Through)
            return seen.Editions;
        var recorded = await reader.OfTypeAsync<NoticeEvent>(seen.Through, position, cancellation);
        var editions = seen.Editions.AddRange(recorded.Select(IssuedNotice.Of));
        known = new(editions, position);
        return editions;
    }

    /// <param name="Through">The position up to which no other edition exists.</param>
    private sealed record Known(ImmutableList<IssuedNotice> Editions, long Through);
}

/// <summary>One quarter's notice in all its editions; the last was in force.</summary>
public sealed record NoticeChain(Period Period, IReadOnlyList<IssuedNotice> Editions)
{
    [JsonIgnore]
    public IssuedNotice InForce => Editions[^1];
}

/// <summary>An issued edition without its content.</summary>
/// <param name="On">The date of the paper.</param>
/// <param name="Cut">The position at which its figures were cut off.</param>
/// <param name="LogRoot">Of the log's tree at the cut, base64; null where the log had none.</param>
/// <param name="Reason">Why it takes the place of the edition before; null for the first.</param>
/// <param name="Changes">How many cells read otherwise than in the edition before.</param>
/// <param name="Position">Of its own event.</param>
public sealed record IssuedNotice(
    Period Period, int Edition, string DocumentNumber, LocalDate On,
    long Cut, int ProgrammeVersion, string ContentHash, string? LogRoot, string? Reason, int Changes,
    Actor Issuer, Instant RecordedAt, long Position)
{
    public NoticeReference Reference => new(Period, Edition, DocumentNumber, Cut);

    internal static IssuedNotice Of(Recorded<NoticeEvent> recorded)
    {
        var (@event, provenance) = recorded;
        var superseding = @event as NoticeSuperseded;
        return new(
            @event.Frozen.Content.Period, @event.Edition, @event.Number.Text, @event.On,
            @event.Frozen.Content.Position, @event.Frozen.Content.ProgrammeVersion, @event.Frozen.ContentHash, @event.Frozen.LogRoot,
            superseding?.Reason, superseding?.Changes.Count ?? 0,
            provenance.Actor, provenance.RecordedAt, provenance.Position);
    }
}
