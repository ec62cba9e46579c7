using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Notices;

/// <summary>The secretary issues a new edition of a notice, with what it changes; the edition before stays as it was.</summary>
/// <remarks>
/// Refuses as <see cref="IssueNotice"/> does, and with <c>notice-not-issued</c>, <c>nothing-changed</c>, <c>date-before-previous</c>, or
/// <c>request-at-fault</c> where the reason is missing or too long. Superseding once more with the very same makes no event.
/// </remarks>
/// <param name="DocumentNumber">A new one; null: the register gives the next.</param>
/// <param name="On">The date of the paper; today when null.</param>
public sealed record SupersedeNotice(string Reason, string? DocumentNumber = null, LocalDate? On = null)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 2000;

    /// <param name="register">Of the year of the paper's date.</param>
    /// <param name="frozen">Drawn under <paramref name="programme"/>.</param>
    public Decision<NoticeEvent, DocumentNumberEvent> Decide(
        NoticeHistory state, DocumentRegister register, FrozenNotice frozen, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        var on = On ?? today;
        if (NoticeRulings.Check(state.Period, programme, actor, on) is { } refusal)
            return refusal;
        if (state.InForce is not { } inForce)
            return Refusal.Of(RefusalKind.NotFound, "notice-not-issued", state.Period);
        if (inForce.Frozen.ContentHash == frozen.ContentHash && inForce.Superseding?.Reason == Reason)
            return Decision<NoticeEvent, DocumentNumberEvent>.Accept([], []);
        if (RequestFaults.Any(RequestFaults.Text("/reason", Reason, LongestReason)) is { } reasonless)
            return reasonless;
        if ((NoticeRulings.Dated(on, inForce.On, frozen, today) ?? NoticeRulings.AnyAccepted(frozen)) is { } impossible)
            return impossible;
        var difference = NoticeDifference.Between(inForce.Content, frozen.Content);
        if (difference.IsNone)
            return Refusal.Of(RefusalKind.Conflict, "nothing-changed", state.Period, inForce.Number);
        var (number, taken) = NoticeRulings.Number(DocumentNumber, register, programme, on);
        var edition = inForce.Number + 1;
        return taken is not null
            ? taken
            : Decision<NoticeEvent, DocumentNumberEvent>.Accept(
                [new NoticeSuperseded(on, edition, number!, frozen, Reason, difference.Cells, difference.Others)],
                [new DocumentNumberGiven(on, number!, NoticeRulings.Bearer(state.Period, edition))]);
    }
}
