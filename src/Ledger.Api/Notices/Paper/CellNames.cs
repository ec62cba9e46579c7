using Ledger.Domain;
using Ledger.Domain.Notices;

namespace Ledger.Api.Notices.Paper;

/// <summary>What a cell is the number of, in words: 蘇尼特開發區營業收入總額：同比.</summary>
public static class CellNames
{
    /// <summary>Which quantity a cell is, one of <see cref="Quantities"/>.</summary>
    public static string Quantity(string cell) => cell[(cell.LastIndexOf('.') + 1)..];

    /// <summary>What differs between two editions apart from the corrections, which have a section of their own.</summary>
    public static IReadOnlyList<CellChange> Changed(Superseding superseding) =>
        [.. superseding.Changes.Where(change => change.Id.Split('.') is not [_, "correction", ..])];

    /// <summary>What a correction changes: whose number, of which time, which quantity.</summary>
    public static string Subject(CorrectionEffect effect, NoticeContent content, TextsIn words, Language language) => words[
        "paper.correction.effect",
        content.Zones.FirstOrDefault(zone => zone.Code == effect.Zone)?.ShortName.In(language) ?? words["paper.league"],
        PaperPrint.Time(effect.Period, effect.Quantity, language),
        content.Tables.FirstOrDefault(table => table.Subject == effect.Subject)?.Name.In(language) ?? effect.Subject,
        words[$"quantity.{effect.Quantity}"]];

    public static string Of(string cell, NoticeContent content, TextsIn words, Language language)
    {
        return cell.Split('.') switch
        {
            [_, "time", ..] => words["paper.cell.time"],
            [_, "returns", _, var what] => words[$"paper.cell.returns.{what}"],
            [_, "tasks", var unit, var what] => words["paper.cell.tasks", Unit(unit), words[$"paper.column.tasks.{what}"]],
            [_, "decisions", ..] => words["paper.cell.decisions"],
            [_, "register", Domain.Programme.Zone.League, var what] => words[$"paper.cell.register.{what}"],
            [_, "register", var zone, var series] => words["paper.cell.register", Zone(zone), Counted(series)],
            [_, "correction", var zone, var series, var period, var number, var which] =>
                words["paper.cell.correction", Zone(zone), Covers(period), Series(zone, series, period, number), Column(which)],
            [_, "correction", _, _, _, _, var quantity, var subject, var zone, var period, var which] =>
                words["paper.cell.effect", Zone(zone), PaperPrint.Time(Period.Parse(period), quantity, language), Subject(subject), words[$"quantity.{quantity}"], Column(which)],
            [_, var subject, var zone, var quantity] =>
                words["paper.cell.of", Zone(zone), Subject(subject), words[$"quantity.{quantity}"]],
            _ => cell,
        };

        string Zone(string code) => code == Domain.Programme.Zone.League
            ? words["paper.league"]
            : content.Zones.FirstOrDefault(zone => zone.Code == code)?.ShortName.In(language) ?? code;

        string Counted(string code) => content.Register?.Series.FirstOrDefault(line => line.Series == code)?.Name.In(language) ?? code;

        string Unit(string code) =>
            content.Tasks?.Units.FirstOrDefault(row => row.Unit == code)?.Name.In(language) ?? Zone(code);

        string Subject(string code) =>
            (content.Tables.FirstOrDefault(table => table.Subject == code)?.Name
                ?? content.Targets.FirstOrDefault(target => target.Indicator == code)?.Name)?.In(language) ?? code;

        string Series(string zone, string series, string period, string number) =>
            content.Corrections.FirstOrDefault(entry =>
                entry.Zone == zone && entry.Series == series && $"{entry.Period}" == period && FormattableString.Invariant($"{entry.Number}") == number)
                ?.SeriesName.In(language) ?? series;

        string Covers(string period) => PaperPrint.Covers(Period.Parse(period), language);

        string Column(string which) => words[which is "old" or "before" ? "paper.column.old" : "paper.column.new"];
    }
}
