using Ledger.Api.Store;
using Ledger.Api.Web.Http;
using Ledger.Domain;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Notices;

/// <summary>Quarterly notices as of any position: drafts, what was issued, and the proof that it can be drawn again.</summary>
public sealed class QuarterlyNotices(LedgerReader reader, IssuedNotices issued, NoticeDrafts drafts, IRootAt roots)
{
    public Task<IReadOnlyList<NoticeChain>> IssuedAsync(long position, CancellationToken cancellation) =>
        issued.ChainsAsync(position, cancellation);

    /// <inheritdoc cref="NoticeDrafts.DrawAsync"/>
    public Task<DrawnNotice> DraftAsync(Period period, Moment moment, LocalDate? knownOn, CancellationToken cancellation) =>
        drafts.DrawAsync(period, moment, knownOn, cancellation);

    /// <summary>An edition as it was issued.</summary>
    /// <param name="edition">Null: the one in force at the position.</param>
    /// <exception cref="RefusedRequestException"><c>notice-unknown</c> or <c>edition-unknown</c>: not at that position.</exception>
    public async Task<NoticeEdition> EditionAsync(Period period, int? edition, long position, CancellationToken cancellation)
    {
        var history = (await reader.ReadAsync(NoticeHistory.Stream(period), position, cancellation)).State;
        if (history.InForce is not { } inForce)
            throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "notice-unknown", period));
        if (edition is not { } number)
            return inForce;
        return history.Editions.Find(one => one.Number == number)
            ?? throw new RefusedRequestException(Refusal.Of(RefusalKind.NotFound, "edition-unknown", period, number, inForce.Number));
    }

    /// <summary>The number that a paper of the year would be given now.</summary>
    public async Task<DocumentNumber> NextNumberAsync(ProgrammeDocument programme, int year, CancellationToken cancellation)
    {
        var register = await reader.ReadAsync(DocumentRegister.Stream(year), position: null, cancellation);
        return new(programme.Notices.NumberSign, year, register.State.Next);
    }

    /// <summary>Draws an issued edition again from the ledger at its cut, and compares the bytes.</summary>
    /// <exception cref="RefusedRequestException"><c>notice-unknown</c> or <c>edition-unknown</c>.</exception>
    public async Task<Redrawing> RedrawAsync(Period period, int? edition, long position, CancellationToken cancellation)
    {
        var frozen = await EditionAsync(period, edition, position, cancellation);
        var drawn = NoticeForms.IsKnown(frozen.Content.Shape) ? await RedrawAsync(frozen, cancellation) : null;
        var root = await roots.AtSizeAsync(frozen.Content.Position + 1, cancellation);
        return new(
            period, frozen.Number, frozen.Content.Position, frozen.Content.ProgrammeVersion, frozen.Content.Shape,
            drawn is not null && CanonicalNotice.BytesOf(frozen.Content).AsSpan().SequenceEqual(CanonicalNotice.BytesOf(drawn.Content)),
            frozen.Frozen.ContentHash, CanonicalNotice.HashOf(frozen.Content), drawn is null ? null : CanonicalNotice.HashOf(drawn.Content),
            frozen.Frozen.LogRoot, root is null ? null : Convert.ToBase64String(root),
            drawn is null ? null : NoticeDifference.Between(frozen.Content, drawn.Content));
    }

    /// <summary>The edition drawn again in its own form, with how each of its numbers came about.</summary>
    /// <exception cref="RefusedRequestException"><c>notice-form-unknown</c>: a later program issued it.</exception>
    public async Task<DrawnNotice> RedrawAsync(NoticeEdition edition, CancellationToken cancellation)
    {
        var content = edition.Content;
        return NoticeForms.IsKnown(content.Shape)
            ? await drafts.DrawAsync(content.Period, await reader.AtAsync(content.Position, cancellation), knownOn: null, cancellation, content.Shape)
            : throw new RefusedRequestException(Refusal.Of(
                RefusalKind.Conflict, "notice-form-unknown", content.Period, edition.Number, content.Shape, NoticeForms.Current));
    }
}

/// <summary>An issued edition beside what the ledger says today of the position at which it was cut.</summary>
/// <param name="Form">In which it was issued, and is drawn again; one of <see cref="NoticeForms"/>, or one that this program does not know.</param>
/// <param name="BytesEqual">Whether drawing it again gives the same content, byte for byte.</param>
/// <param name="ContentHash">As stated when it was issued.</param>
/// <param name="StoredHash">Of the content as it is stored.</param>
/// <param name="RedrawnHash">Of the content drawn again; null: its form is not known, so it was not.</param>
/// <param name="LogRoot">As stated when it was issued.</param>
/// <param name="LogRootNow">Of the log's tree over the same entries, today.</param>
/// <param name="Difference">What reads otherwise; none when all is well, null where it was not drawn again.</param>
public sealed record Redrawing(
    Period Period, int Edition, long Position, int ProgrammeVersion, int Form, bool BytesEqual,
    string ContentHash, string StoredHash, string? RedrawnHash, string? LogRoot, string? LogRootNow, NoticeDifference? Difference)
{
    /// <summary>Whether it could be drawn again.</summary>
    public bool IsFormKnown => RedrawnHash is not null;

    /// <summary>Whether the content, its hash and the history it rests on are all what they were.</summary>
    public bool Holds => BytesEqual && ContentHash == StoredHash && (LogRoot is null || LogRoot == LogRootNow);
}
