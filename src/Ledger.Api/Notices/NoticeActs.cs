using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Notices;

/// <summary>Issuing and superseding, whoever asks: a page, the API or an import.</summary>
/// <remarks>
/// What is drawn at the cut is frozen with its hash and the log's root, and the number is entered into the year's register, in one
/// transaction. The cut is the position given, or the head of the ledger; what comes after it is for the next notice.
/// </remarks>
public sealed class NoticeActs(
    LedgerWriter writer, LedgerReader reader, Programmes programmes, NoticeDrafts drafts, IRootAt roots, Today today)
{
    /// <summary>Refuses as the command does, with <c>programme-missing</c>, or with <c>as-of-invalid</c> for a position that there is not.</summary>
    public Task<WriteResult> IssueAsync(
        Period period, IssueNotice command, long? position, WriteContext context, CancellationToken cancellation) =>
        ActAsync(
            period, command.On, position,
            (notice, register, frozen, programme) =>
                command.Decide(notice, register, frozen, programme, context.Actor, today.Date),
            context, cancellation);

    /// <inheritdoc cref="IssueAsync"/>
    public Task<WriteResult> SupersedeAsync(
        Period period, SupersedeNotice command, long? position, WriteContext context, CancellationToken cancellation) =>
        ActAsync(
            period, command.On, position,
            (notice, register, frozen, programme) =>
                command.Decide(notice, register, frozen, programme, context.Actor, today.Date),
            context, cancellation);

    private async Task<WriteResult> ActAsync(
        Period period, LocalDate? on, long? position,
        Func<NoticeHistory, DocumentRegister, FrozenNotice, ProgrammeDocument, Decision<NoticeEvent, DocumentNumberEvent>> decide,
        WriteContext context, CancellationToken cancellation)
    {
        // Before anything is drawn: who may not issue makes the ledger work for nothing.
        if (Permissions.Check(context.Actor, Act.IssueNotices) is { } notAllowed)
            return new WriteResult.Refused(notAllowed);
        var head = await reader.HeadAsync(cancellation);
        if (position is { } named && head.Lacks("/position", named) is { } beyond)
            return new WriteResult.Refused(beyond);
        var cut = position is { } asked ? await reader.AtAsync(asked, cancellation) : head;
        if (await programmes.FindInForceAsync(cut.Position, cancellation) is not { } programme)
            return new WriteResult.Refused(Refusal.Of(RefusalKind.NotFound, "programme-missing"));
        if (NoticeBasis.Outside(period, programme.Document) is { } outside)
            return new WriteResult.Refused(outside);
        var frozen = await FreezeAsync(period, cut, cancellation);
        return await writer.WriteAsync(
            NoticeHistory.Stream(period),
            DocumentRegister.Stream((on ?? today.Date).Year),
            (notice, register) => decide(notice, register, frozen, programme.Document),
            context, cancellation);
    }

    private async Task<FrozenNotice> FreezeAsync(Period period, Moment cut, CancellationToken cancellation)
    {
        var content = (await drafts.DrawAsync(period, cut, knownOn: null, cancellation)).Content;
        var root = await roots.AtSizeAsync(cut.Size, cancellation);
        return new(content, CanonicalNotice.HashOf(content), root is null ? null : Convert.ToBase64String(root));
    }
}
