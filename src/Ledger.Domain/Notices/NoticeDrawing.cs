using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Notices;

/// <summary>Draws a notice: a pure function of what stood at one position.</summary>
public static class NoticeDrawing
{
    /// <param name="form">One of <see cref="NoticeForms"/>; null: what is issued now.</param>
    /// <exception cref="ArgumentOutOfRangeException">The form is not known.</exception>
    public static DrawnNotice Draw(NoticeBasis basis, int? form = null)
    {
        var shape = form ?? NoticeForms.Current;
        if (!NoticeForms.IsKnown(shape))
            throw new ArgumentOutOfRangeException(nameof(form), form, "No such form of a notice is known.");
        var programme = basis.Programme.Document;
        var yardstick = new Yardstick(programme, basis.Figures);
        var cells = new CellBook(basis.Period);
        var returns = new ReturnsDrawing(basis, cells);
        var tables = new TableDrawing(yardstick, basis.Period, cells, returns.IsAccepted).Draw();
        var corrections = new CorrectionDrawing(basis, yardstick, cells).Draw();
        var targets = new TargetDrawing(yardstick, basis.Period, cells).Draw();
        var ofTasks = shape >= NoticeForms.WithTasks ? new TasksDrawing(basis, cells) : null;
        var tasks = ofTasks?.Draw();
        var decisions = shape >= NoticeForms.WithRegister ? new DecisionDrawing(basis, cells).Draw() : null;
        var register = shape >= NoticeForms.WithRegister ? new RegisterDrawing(basis, yardstick, cells).Draw() : null;
        var lists = new ListDrawing(programme, basis.Period, tables, returns);
        var standings = returns.Standings();
        var black = lists.Black();
        var red = lists.Red(black);
        var texts = new TextDrawing(programme, basis.Period, cells);
        var content = new NoticeContent
        {
            Form = shape == NoticeForms.First ? null : shape,
            Period = basis.Period,
            Months = basis.Period.Months,
            Position = basis.Position,
            ProgrammeVersion = basis.Programme.Number,
            KnownOn = Latest(KnownOn(yardstick, basis.Period), Latest(ofTasks?.KnownOn(), decisions?.All.Select(decision => (LocalDate?)decision.On).Max())),
            Before = basis.Before,
            Title = Words.Title(basis.Period),
            TimeProgress = cells.Print("time", Zone.League, Quantities.Progress, Yardstick.TimeProgress(basis.Period), programme.Notices.PercentPlaces),
            Zones = [.. programme.ZonesIn(basis.Period).Select(zone => new CoveredZone(zone.Code, zone.Name, zone.ShortName, zone.Track, returns.IsAccepted(zone.Code)))],
            Tables = [.. tables.Select(table => table.Table)],
            Targets = targets,
            Tasks = tasks,
            Decisions = decisions,
            Returns = standings,
            Tally = returns.Tally(standings),
            Register = register,
            Corrections = corrections,
            Red = red,
            Black = black,
            Assumptions = AssumptionsOf(programme),
            Ambiguities = [.. programme.Ambiguities.Where(ambiguity => targets.Any(target => target.Ambiguities.Contains(ambiguity.Id)))],
            Texts = texts.Draw(tables, tasks, decisions, register, returns, standings, corrections, red, black),
        };
        return new(content, cells.Derivations);
    }

    private static LocalDate? Latest(LocalDate? one, LocalDate? other) => one is null || other > one ? other : one;

    private static LocalDate? KnownOn(Yardstick yardstick, Period period)
    {
        LocalDate? latest = null;
        foreach (var figure in yardstick.Accepted)
        {
            if (figure.Period <= period && (latest is null || figure.KnownOn > latest))
                latest = figure.KnownOn;
        }

        return latest;
    }

    private static AssumptionInForce[] AssumptionsOf(ProgrammeDocument programme) =>
    [
        .. programme.Assumptions.Select(assumption => new AssumptionInForce(
            assumption.Id, assumption.Title, assumption.Text,
            [.. assumption.Governs.Select(pointer => new GovernedValue(pointer, programme.ValueAt(pointer)))])),
    ];
}
