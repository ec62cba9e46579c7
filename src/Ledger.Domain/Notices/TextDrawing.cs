using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Notices;

/// <summary>The sentences of the notice, built from the numbers that it prints.</summary>
internal sealed class TextDrawing(ProgrammeDocument programme, Period period, CellBook cells)
{
    public NoticeText[] Draw(
        IReadOnlyList<DrawnTable> tables, NoticeTasks? tasks, NoticeDecisions? decisions, NoticeRegister? register,
        ReturnsDrawing returns, ReturnStanding[] standings, CorrectionEntry[] corrections,
        ListedZone[] red, ListedZone[] black)
    {
        Zone[] unranked = [.. programme.ZonesIn(period).Where(zone => !returns.IsAccepted(zone.Code))];
        DrawnTable[] ranked = [.. tables.Where(table => table.RankedBy is not null)];
        DrawnTable[] counts = [.. tables.Where(table => table.RankedBy is null)];
        return
        [
            .. ranked.Length > 0 ? [new NoticeText("lead", null, Lead(ranked))] : Array.Empty<NoticeText>(),
            .. counts.Select(table => new NoticeText("count", table.Table.Subject, Words.Sentence(AgainstTime(table)))),
            .. unranked.Length > 0 ? [new NoticeText("unranked", null, Words.Unranked(Names(unranked)))] : Array.Empty<NoticeText>(),
            .. tasks is not null ? Tasks(tasks) : [],
            .. decisions is not null ? Decisions(decisions) : [],
            new("returns", null, Returns(standings)),
            .. register is not null ? Register(register) : [],
            .. Breaks(),
            .. red.Select(listed => new NoticeText("red", listed.Zone, Words.Listed(Called(listed.Zone).ShortName, listed.Reasons))),
            .. black.Select(listed => new NoticeText("black", listed.Zone, Words.Listed(Called(listed.Zone).ShortName, listed.Reasons))),
            .. corrections.Select(entry => new NoticeText(
                "correction", FormattableString.Invariant($"{entry.Zone}.{entry.Series}.{entry.Period}.{entry.Number}"),
                Words.Corrected(Called(entry.Zone).ShortName, entry))),
        ];
    }

    private static IEnumerable<NoticeText> Decisions(NoticeDecisions decisions) => decisions.All.Count == 0
        ? [new("decision", null, RegisterWords.NoDecision)]
        : decisions.All.Select(decision => new NoticeText("decision", decision.Reference, RegisterWords.Decided(decision)));

    private IEnumerable<NoticeText> Register(NoticeRegister register) =>
    [
        new("register", null, register.Series.Count == 0 ? RegisterWords.NoRegister : RegisterWords.Compared(register)),
        .. from line in register.Series
           from compared in programme.ZonesIn(period).Zip(line.Cells)
           where compared.Second.Value is not null and not 0
           select new NoticeText(
               "register-differs", $"{compared.First.Code}.{line.Series}", RegisterWords.Differs(compared.First, line, compared.Second.Value!.Value)),
    ];

    private IEnumerable<NoticeText> Tasks(NoticeTasks tasks) =>
    [
        new("tasks", null, Words.Paragraph(
            [TaskWords.Tally(period, tasks.Zones.Count, tasks.Total), .. tasks.Units.Count > 0 ? [TaskWords.OtherUnits(tasks.Units)] : Array.Empty<Name>()])),
        .. tasks.Stalled.Select(part => new NoticeText(
            "stalled", $"{part.Task}.{part.Unit}", TaskWords.Stalled(part, programme.TaskRules.BehindQuarters))),
        .. tasks.Supervised.Count > 0 ? [new NoticeText("supervised", null, TaskWords.Supervised(tasks.Supervised))] : Array.Empty<NoticeText>(),
    ];

    /// <summary>What changed about a zone since the year before, which the notice compares with.</summary>
    private IEnumerable<NoticeText> Breaks() =>
        from zone in programme.ZonesIn(period)
        from each in programme.BreaksOf(zone.Code)
        where each.From > period.YearBefore.End && each.From <= period.End
        select new NoticeText(
            "break", FormattableString.Invariant($"{zone.Code}.{each.From:uuuu-MM-dd}"),
            each.Kind == BreakKind.Hosted
                ? Words.Hosted(zone.ShortName, each.From, Government(each.FormerHost!, each.From.PlusDays(-1)), each.Host is { } host ? Government(host, each.From) : null)
                : Words.Break(zone.ShortName, each, [.. each.Zones.Select(Called)]));

    private Name Lead(DrawnTable[] tables)
    {
        var opening = Words.Opening(period, programme.ZonesIn(period).Count);
        return Words.Paragraph([.. tables.SelectMany((table, index) => Sentences(table, index == 0 ? opening : null))]);
    }

    private IEnumerable<Name> Sentences(DrawnTable table, Name? opening)
    {
        var clauses = table.Measure.Kind switch
        {
            NoticeMeasureKind.Growth => Grown(table),
            NoticeMeasureKind.Trajectory => AgainstTrajectory(table),
            _ => AgainstTime(table),
        };
        yield return Words.Sentence(clauses, opening);
        if (table.Measure.Kind == NoticeMeasureKind.Growth && Standing(table) is { Count: > 0 } standing)
            yield return Words.AmongThem(standing);
    }

    private List<Name> Grown(DrawnTable table)
    {
        var total = table.Table.Total;
        var amount = Amount(table, Quantities.Amount);
        return table.Cell(total, Quantities.Amount).Value is null ? [amount] : [amount, Growth(table.Cell(total, Quantities.Growth))];
    }

    private Name Growth(Cell growth) => growth.Value is { } percent
        ? Words.Growth(percent, cells.Of(growth).Exact!.Value.IsZero)
        : Words.NoGrowth(growth.Reason!);

    private List<Name> AgainstTrajectory(DrawnTable table)
    {
        var gap = table.Cell(table.Table.Total, Quantities.Gap);
        var unit = table.Table.Columns.First(column => column.Code == Quantities.Gap).Unit!;
        var amount = Amount(table, Quantities.Value);
        if (table.Cell(table.Table.Total, Quantities.Value).Value is null)
            return [amount];
        return gap.Value is { } points ? [amount, Words.AgainstTrajectory(points, unit)] : [amount, Words.NoTrajectory];
    }

    private List<Name> AgainstTime(DrawnTable table)
    {
        var total = table.Table.Total;
        var clauses = new List<Name> { Amount(table, Quantities.Value) };
        if (table.Cell(total, Quantities.Value).Value is null)
            return clauses;
        if (table.Cell(total, Quantities.Attainment).Value is not { } attained)
            return [.. clauses, Words.NoCompletion(table.Cell(total, Quantities.Attainment).Reason!)];
        // A target that grows along a path within the year is held against that path, and not against the time elapsed.
        if (table.Table.Columns.All(column => column.Code != Quantities.YearTarget))
            return [.. clauses, Words.CompletedOfPath(attained)];
        clauses.Add(Words.CompletedOfYear(attained));
        if (table.Cell(total, Quantities.Lead).Value is { } lead)
            clauses.Add(Words.AgainstTime(lead));
        return clauses;
    }

    /// <summary>The league's number; where it is not there, for want of whom.</summary>
    private Name Amount(DrawnTable table, string quantity)
    {
        var cell = table.Cell(table.Table.Total, quantity);
        var unit = table.Table.Columns.First(column => column.Code == quantity).Unit!;
        return cell.Value is { } value
            ? Words.Amount(table.Measure.Wording, value, unit)
            : Words.NoAmount(table.Measure.Wording, [.. (cell.Lacking ?? []).Where(code => programme.FindZone(code) is not null).Select(Called)]);
    }

    /// <summary>Who grew most and least, and whose growth has no base.</summary>
    private List<Name> Standing(DrawnTable table)
    {
        var clauses = new List<Name>();
        var byPlace = table.Table.Rows.Where(row => table.Places.ContainsKey(row.Zone))
            .GroupBy(row => table.Places[row.Zone].Rank).OrderBy(group => group.Key).ToList();
        if (byPlace.Sum(group => group.Count()) > 1)
        {
            clauses.Add(Words.FirstInGrowth(Names(byPlace[0]), byPlace[0].Count() > 1, table.Cell(byPlace[0].First(), Quantities.Growth).Value!.Value));
            if (byPlace.Count > 1)
            {
                var last = byPlace[^1];
                clauses.Add(Words.LastInGrowth(Names(last), Growth(table.Cell(last.First(), Quantities.Growth)), last.Key, last.Count() > 1));
            }
        }

        Zone[] baseless =
        [
            .. table.Table.Rows.Where(row => table.Cell(row, Quantities.Growth).Reason is Reasons.ZeroBase or Reasons.NegativeBase)
                .Select(row => Called(row.Zone)),
        ];
        if (baseless.Length > 0)
            clauses.Add(Words.WithoutBase(Names(baseless)));
        return clauses;
    }

    private Name Returns(ReturnStanding[] standings)
    {
        var clauses = new List<Name> { Words.ReturnsDue(standings.Length) };
        foreach (var group in standings.GroupBy(standing => standing.Timeliness).OrderBy(group => group.Key))
        {
            var named = group.Key == ReturnTimeliness.OnTime ? null : Names(group.Select(standing => Called(standing.Zone)));
            clauses.Add(Words.Returned(group.Key, group.Count(), named));
        }

        return Words.Sentence(clauses);
    }

    /// <summary>Under the name it bore at the end of the period.</summary>
    private Name Government(string code, LocalDate day) => programme.OrganisationName(code, day)!;

    private Zone Called(string zone) => programme.ZoneNamedOn(zone, period.End)!;

    private Name Names(IEnumerable<NoticeRow> rows) => Names(rows.Select(row => Called(row.Zone)));

    private static Name Names(IEnumerable<Zone> zones) => Words.Zones([.. zones]);
}
