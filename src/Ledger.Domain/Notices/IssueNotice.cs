using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Notices;

/// <summary>The secretary issues the quarter's notice: what was drawn is frozen under a number.</summary>
/// <remarks>
/// Refuses with <c>not-allowed</c>, <c>notice-not-quarterly</c>, <c>period-outside-programme</c>, <c>period-not-over</c>,
/// <c>notice-already-issued</c>, <c>nothing-accepted</c>, <c>date-in-future</c>, <c>date-before-figures</c>, or with
/// <c>document-number-malformed</c>, <c>document-number-other-year</c> or <c>document-number-taken</c>. Issuing the very same again makes no event.
/// </remarks>
/// <param name="DocumentNumber">Such as 錫盟科通報〔2023〕3號; null: the register gives the next.</param>
/// <param name="On">The date of the paper; today when null.</param>
public sealed record IssueNotice(string? DocumentNumber = null, LocalDate? On = null)
{
    /// <param name="register">Of the year of the paper's date.</param>
    /// <param name="frozen">Drawn under <paramref name="programme"/>.</param>
    public Decision<NoticeEvent, DocumentNumberEvent> Decide(
        NoticeHistory state, DocumentRegister register, FrozenNotice frozen, ProgrammeDocument programme, Actor actor, LocalDate today)
    {
        var on = On ?? today;
        if (NoticeRulings.Check(state.Period, programme, actor, on) is { } refusal)
            return refusal;
        if (state.InForce is { } inForce)
        {
            return inForce.Frozen.ContentHash == frozen.ContentHash && (DocumentNumber ?? inForce.DocumentNumber.Text) == inForce.DocumentNumber.Text
                ? Decision<NoticeEvent, DocumentNumberEvent>.Accept([], [])
                : Refusal.Of(RefusalKind.Conflict, "notice-already-issued", state.Period, inForce.Number, inForce.DocumentNumber.Text);
        }

        if ((NoticeRulings.Dated(on, previous: null, frozen, today) ?? NoticeRulings.AnyAccepted(frozen)) is { } impossible)
            return impossible;
        var (number, taken) = NoticeRulings.Number(DocumentNumber, register, programme, on);
        return taken is not null
            ? taken
            : Decision<NoticeEvent, DocumentNumberEvent>.Accept(
                [new NoticeIssued(on, 1, number!, frozen)],
                [new DocumentNumberGiven(on, number!, NoticeRulings.Bearer(state.Period, 1))]);
    }
}
