using Ledger.Api.Store;
using Ledger.Domain.Access;
using Ledger.Domain.Transparency;
using NodaTime;

namespace Ledger.Api.Transparency;

/// <summary>The log's keys: the public ones in the ledger, the private ones in files.</summary>
public sealed class LogKeys(LedgerReader reader, LedgerWriter writer, LogKeyFiles files, Today today)
{
    public async Task<LogKeyHistory> HistoryAsync(long? position, CancellationToken cancellation) =>
        (await reader.ReadAsync(LogKeyHistory.Stream, position, cancellation)).State;

    /// <summary>Gives the log its first key, where it has none and there is a place to keep one.</summary>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        if (!files.CanKeep || (await HistoryAsync(position: null, cancellation)).Current is not null)
            return;
        var made = files.Make(origin: null).Key;
        var result = await writer.WriteAsync(
            LogKeyHistory.Stream, state => new MakeLogKey(made).Decide(state, today.Date), new WriteContext(Actor.Clock), cancellation);
        // Another program was first.
        if (result is not WriteResult.Written { Receipt.Events: > 0 })
            files.Destroy(made);
    }

    /// <summary>Who signs now: the key in force first, then those before whose private half is still here.</summary>
    /// <returns>None when the private half of the key in force is not here.</returns>
    public async Task<IReadOnlyList<NoteSigner>> SignersAsync(CancellationToken cancellation)
    {
        NoteSigner?[] signers = [.. (await HistoryAsync(position: null, cancellation)).Keys.Reverse().Select(key => files.Find(key.Key))];
        return signers is [{ }, ..] ? [.. signers.OfType<NoteSigner>()] : [];
    }

    /// <summary>Brings a new key into force. Its predecessor signs once more, beside it, and leads to it whoever trusts the old one.</summary>
    /// <remarks>Refuses with <c>not-allowed</c>, <c>log-key-missing</c> where there is no place to keep keys, or as <see cref="ReplaceLogKey"/> does.</remarks>
    public async Task<WriteResult> ReplaceAsync(Actor actor, string reason, LocalDate? on, CancellationToken cancellation)
    {
        if (Permissions.Check(actor, Act.ReplaceLogKey) is { } notAllowed)
            return new WriteResult.Refused(notAllowed);
        if (!files.CanKeep)
            return new WriteResult.Refused(LogRefusals.KeyMissing);
        var made = files.Make((await HistoryAsync(position: null, cancellation)).Current?.Key.Name).Key;
        var result = await writer.WriteAsync(
            LogKeyHistory.Stream, state => new ReplaceLogKey(made, reason, on).Decide(state, today.Date), new WriteContext(actor), cancellation);
        if (result is not WriteResult.Written)
            files.Destroy(made);
        return result;
    }

    /// <summary>Destroys the private halves that were replaced before a checkpoint of this size: they have signed for the last time.</summary>
    public async Task RetireAsync(long size, CancellationToken cancellation)
    {
        var history = await HistoryAsync(position: null, cancellation);
        if (history.Current is not { } current || current.Position >= size)
            return;
        foreach (var key in history.Keys.SkipLast(1).Where(key => files.Find(key.Key) is not null))
            files.Destroy(key.Key);
    }
}
