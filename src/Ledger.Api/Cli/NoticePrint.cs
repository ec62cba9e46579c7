using Ledger.Api.Notices;
using Ledger.Api.Web;
using Ledger.Domain;
using Ledger.Domain.Measures;
using Ledger.Domain.Notices;
using Spectre.Console;

namespace Ledger.Api.Cli;

/// <summary>A notice in a terminal, in one language: its tables to the digit, without its sentences' and targets' detail.</summary>
internal sealed class NoticePrint(TextWriter output, ITexts texts, Language language)
{
    // Wide enough for the widest table of five measures, so that nothing is folded when the output goes to a file.
    private const int Width = 160;

    private readonly IAnsiConsole console = Console(output);

    public void Edition(NoticeEdition edition)
    {
        var content = edition.Content;
        Line();
        Line(content.Title.In(language));
        Line(texts["once.edition", edition.DocumentNumber.Text, edition.Number, edition.On]);
        Line(texts["once.cut", content.Position, content.ProgrammeVersion]);
        Line(texts["once.hash", edition.Frozen.ContentHash]);
        Line(texts["once.time-progress", Text(content.TimeProgress)]);
        foreach (var table in content.Tables)
            Table(table);
        foreach (var text in content.Texts.Where(text => text.Code is "tasks" or "stalled" or "supervised" or "decision" or "register" or "register-differs"))
            Line(text.Text.In(language));
        foreach (var correction in content.Corrections)
            Correction(correction);
        foreach (var (key, list) in new[] { ("once.red", content.Red), ("once.black", content.Black) })
            Line(texts[key, list.Count == 0 ? texts["once.none"] : string.Join(texts["list.separator"], list.Select(Listed))]);
    }

    public void Redrawing(Redrawing redrawing)
    {
        Line();
        if (redrawing is not { RedrawnHash: { } hash, Difference: { } difference })
        {
            Line(texts["once.form-unknown", redrawing.Form]);
            return;
        }

        Line(redrawing.Holds ? texts["once.same", redrawing.Position] : texts["once.differs", redrawing.Position, hash]);
        foreach (var cell in difference.Cells)
            Line($"  {cell.Id}: {Text(cell.Before)} → {Text(cell.After)}");
        foreach (var other in difference.Others)
            Line($"  {other.What}: {other.Before} → {other.After}");
    }

    private void Table(NoticeTable table)
    {
        var grid = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        grid.AddColumn("");
        foreach (var column in table.Columns)
            grid.AddColumn(new TableColumn(new Text(Heading(column))) { Alignment = Justify.Right, NoWrap = true });
        foreach (var row in table.Rows.Append(table.Total))
            grid.AddRow([new Text(row.Name.In(language)), .. row.Cells.Select((cell, at) => new Text(Text(cell, table.Columns[at].Code)))]);

        Line();
        Line($"{table.Number} {table.Name.In(language)} · {texts[$"notice_measure_kind.{table.Kind.Word()}"]}");
        console.Write(grid);
        foreach (var row in table.Rows.Append(table.Total))
        {
            foreach (var (cell, column) in row.Cells.Zip(table.Columns))
            {
                if (Remark(cell) is { } remark)
                    Line($"  {row.Name.In(language)}, {texts[$"quantity.{column.Code}"]} {Text(cell, column.Code)}: {remark}");
            }
        }
    }

    private void Correction(CorrectionEntry entry)
    {
        Line();
        Line(texts[
            "once.correction", entry.ZoneName, entry.SeriesName, entry.Period, Text(entry.Old), Text(entry.New), entry.Unit, entry.Kind,
            entry.Reason, entry.Asked.Officer, entry.Asked.On, entry.Approved.Officer, entry.Approved.On]);
        foreach (var effect in entry.Effects)
        {
            Line($"  {effect.Subject} {effect.Zone} {effect.Period} {texts[$"quantity.{effect.Quantity}"]}: "
                + $"{Text(effect.Before, effect.Quantity)} → {Text(effect.After, effect.Quantity)}");
        }
    }

    private string Listed(ListedZone zone) =>
        $"{zone.Name.In(language)} ({string.Join(texts["list.separator"], zone.Reasons.Select(reason => reason.Text.In(language)))})";

    private string Heading(NoticeColumn column) =>
        column.Unit is null ? texts[$"quantity.{column.Code}"] : $"{texts[$"quantity.{column.Code}"]} {column.Unit.In(language)}";

    private string Text(Cell? cell, string? quantity = null)
    {
        if (cell?.Value is not { } value)
            return "—";
        var number = quantity is Quantities.Gap or Quantities.Lead
            ? Numbers.PrintSigned(value, value.Scale)
            : Numbers.Print(value, value.Scale);
        return IsShort(cell.Note) ? $"{texts[$"note.{cell.Note}"]}{(language == Language.En ? " " : "")}{number}" : number;
    }

    /// <summary>What is said below the table: why there is no number, or what does not fit beside it.</summary>
    private string? Remark(Cell cell)
    {
        if (cell.Reason is { } reason)
            return reason == Reasons.NotApplicable ? null : texts[$"reason.{reason}"];
        return cell.Note is null || IsShort(cell.Note) ? null : texts[$"note.{cell.Note}"];
    }

    private static bool IsShort(string? note) => note is Notes.Tied or Notes.AtLeast;

    private void Line(string text = "") => output.WriteLine(text);

    private static IAnsiConsole Console(TextWriter output)
    {
        var plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output),
        });
        plain.Profile.Width = Width;
        return plain;
    }
}
