using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Notices;

/// <summary>What issuing and superseding are both held to.</summary>
internal static class NoticeRulings
{
    /// <summary>Who may, and whether there is such a notice at all.</summary>
    public static Refusal? Check(Period period, ProgrammeDocument programme, Actor actor, LocalDate on)
    {
        if (Permissions.Check(actor, Act.IssueNotices) is { } notAllowed)
            return notAllowed;
        if (NoticeBasis.Outside(period, programme) is { } outside)
            return outside;
        return on <= period.End ? Refusal.Of(RefusalKind.Conflict, "period-not-over", period, period.End) : null;
    }

    /// <summary>A paper is not dated in the future, before the one it follows, or before those it rests on.</summary>
    public static Refusal? Dated(LocalDate on, LocalDate? previous, FrozenNotice frozen, LocalDate today)
    {
        if (DocumentDate.Check(on, previous, today) is { } misdated)
            return misdated;
        return frozen.Content.KnownOn is { } known && on < known
            ? Refusal.Of(RefusalKind.Conflict, "date-before-figures", on, known)
            : null;
    }

    public static Refusal? AnyAccepted(FrozenNotice frozen) => frozen.Content.Zones.Any(zone => zone.IsRanked)
        ? null
        : Refusal.Of(RefusalKind.Conflict, "nothing-accepted", frozen.Content.Period);

    /// <summary>The number asked for, if the register has not given it; the next one, if none was asked for.</summary>
    public static (DocumentNumber? Number, Refusal? Refusal) Number(
        string? asked, DocumentRegister register, ProgrammeDocument programme, LocalDate on)
    {
        var sign = programme.Notices.NumberSign;
        if (asked is null)
            return (new(sign, on.Year, register.Next), null);
        if (DocumentNumber.Parse(asked, sign) is not { } number)
            return (null, Refusal.Of(RefusalKind.Invalid, "document-number-malformed", asked, new DocumentNumber(sign, on.Year, register.Next).Text));
        if (number.Year != on.Year)
            return (null, Refusal.Of(RefusalKind.Invalid, "document-number-other-year", asked, on.Year));
        return register.Given.TryGetValue(number.Ordinal, out var given)
            ? (null, Refusal.Of(RefusalKind.Conflict, "document-number-taken", given.Number.Text, register.Next))
            : (number, null);
    }

    /// <summary>What a number is given to.</summary>
    public static string Bearer(Period period, int edition) => FormattableString.Invariant($"{NoticeHistory.StreamId(period)}/{edition}");
}
