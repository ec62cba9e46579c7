using NodaTime;

namespace Ledger.Domain;

/// <summary>The date of the paper that records an act. The ledger's own time is apart from it and always the database's.</summary>
public static class DocumentDate
{
    /// <summary>Every date is Beijing's.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>The date given, or else today, with what stands against it.</summary>
    public static (LocalDate On, Refusal? Refusal) Of(LocalDate? on, LocalDate? previous, LocalDate today) =>
        (on ?? today, Check(on ?? today, previous, today));

    /// <summary>Never to come, never before the previous act of the same stream.</summary>
    /// <returns><c>date-in-future</c>, <c>date-before-previous</c>, or null when the date is right.</returns>
    public static Refusal? Check(LocalDate on, LocalDate? previous, LocalDate today)
    {
        if (on > today)
            return Refusal.Of(RefusalKind.Invalid, "date-in-future", on, today);
        return previous is { } last && on < last
            ? Refusal.Of(RefusalKind.Conflict, "date-before-previous", on, last)
            : null;
    }
}
