using Ledger.Domain.Conference;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using NodaTime;

namespace Ledger.Domain.Notices;

/// <summary>Everything a notice is drawn from, as it stood at one position of the ledger.</summary>
public sealed record NoticeBasis
{
    /// <summary>In force at the position.</summary>
    public required ProgrammeVersion Programme { get; init; }

    /// <summary>A quarter of the programme.</summary>
    public required Period Period { get; init; }

    public required long Position { get; init; }

    /// <summary>The ledger's time at the position: what was not submitted by then is missing if it was due.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>The day of <see cref="RecordedAt"/> in Beijing, or the last one whose papers are known: a report due before it and not made is missing.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The figures as of the position, of this period and of all before it; later ones and those not accepted are left aside.</summary>
    public required FigureBook Figures { get; init; }

    /// <summary>
    /// The returns as of the position: those of the <see cref="Judged"/> quarters, and every other one up to this period in which a correction
    /// was approved since the notice before. One that was never touched may be left out.
    /// </summary>
    public required IReadOnlyCollection<ZoneReturn> Returns { get; init; }

    /// <summary>The parts of key tasks and safeguards as of the position. One of which nothing happened may be left out.</summary>
    public required IReadOnlyCollection<TaskPart> Tasks { get; init; }

    /// <summary>
    /// What the register counts at the period's end, by zone and series, as of the position; a series that it cannot count in a zone is not there
    /// (<see cref="Registers.RegisterNumbers"/>).
    /// </summary>
    public required IReadOnlyDictionary<(string Zone, string Series), long> Registered { get; init; }

    /// <summary>The meetings of the joint conference as of the position.</summary>
    public required IReadOnlyCollection<Meeting> Meetings { get; init; }

    /// <summary>The last notice of an earlier quarter, in the edition in force at the position; null: none.</summary>
    public required NoticeReference? Before { get; init; }

    /// <summary>Why there can be no notice of a period.</summary>
    /// <returns><c>notice-not-quarterly</c>, <c>period-outside-programme</c>, or null where there is such a notice.</returns>
    public static Refusal? Outside(Period period, ProgrammeDocument programme)
    {
        if (!period.IsQuarter)
            return Refusal.Of(RefusalKind.NotFound, "notice-not-quarterly", period);
        return programme.Covers(period)
            ? null
            : Refusal.Of(RefusalKind.NotFound, "period-outside-programme", period, programme.FirstYear, programme.LastYear);
    }

    /// <summary>The quarters whose returns the lists judge: what is stated year to date rests on all of the year's up to this one .</summary>
    public static IReadOnlyList<Period> Judged(Period quarter) =>
        [.. Enumerable.Range(1, quarter.Quarter).Select(each => Period.OfQuarter(quarter.Year, each))];
}

/// <param name="Derivations">How each number came about, by its cell's id.</param>
public sealed record DrawnNotice(NoticeContent Content, IReadOnlyDictionary<string, Derivation> Derivations)
{
    /// <summary>By each version of a figure the ids of the numbers that rest on it, places among others included, in the order of the paper.</summary>
    public ILookup<UsedFigure, string> ByFigure() =>
        Content.Cells()
            .SelectMany(cell => Derivations[cell.Id].Figures().Select(figure => (Used: UsedFigure.Of(figure), cell.Id)))
            .Distinct()
            .ToLookup(use => use.Used, use => use.Id);

    /// <summary>By each event's position the ids of the numbers that rest on it, in the order of the paper.</summary>
    public ILookup<long, string> ByPosition() =>
        Content.Cells()
            .SelectMany(cell => Derivations[cell.Id].Positions().Select(position => (Position: position, cell.Id)))
            .Distinct()
            .ToLookup(use => use.Position, use => use.Id);
}
