using CsCheck;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Reporting.Checks;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Reporting;

/// <summary>Any acts on the returns of two zones for a quarter, its neighbour and their year, allowed or not, in any order.</summary>
internal static class GeneratedReturns
{
    public static readonly Period[] Periods = [Period.OfQuarter(2023, 3), Period.OfQuarter(2023, 4), Period.OfYear(2023)];

    private static IReadOnlyDictionary<string, Evidence> Nothing { get; } = new Dictionary<string, Evidence>();

    private static readonly LocalDate FirstDay = new(2024, 1, 10);

    private static readonly string[] Codes = ["op_revenue", "hte_revenue", "gross_ind_output", "rd_exp", "hte_count"];

    // The plan with five series, so that a whole return is soon stated.
    private static readonly ProgrammeDocument Plan = Api.Programme.Plan.Document with
    {
        Series = [.. Api.Programme.Plan.Document.Series.Where(series => Codes.Contains(series.Code))],
    };

    private static readonly Gen<string> ASeries = Gen.Int[0, Codes.Length - 1].Select(index => Codes[index]);

    private static readonly Gen<decimal> AValue = Gen.Int[0, 4].Select(value => (decimal)value);

    private static readonly Gen<Command> ACommand = Gen.Frequency(
        (4, Gen.Select(Gen.Dictionary(ASeries, AValue)[1, 4], Gen.Frequency((2, Gen.Const(true)), (1, Gen.Const(false))), (figures, all) => Zone(
            (state, at) => new ReportFigures([.. Lines(figures, all, state, at)], "補報", at.On).Decide(state, at.Programme, Nothing, at.Reporter, at.Today)))),
        (1, ASeries.Select(series => Zone(
            (state, at) => new WithdrawFigure(series, "有誤", at.On).Decide(state, at.Programme, at.Reporter, at.Today)))),
        (4, Gen.Const(Zone((state, at) => new SubmitReturn([new Signatory("填報人", "其其格")], Explained(state, at), at.On)
            .Decide(state, at.Programme, FigureBook.Empty, at.Reporter, at.Today)))),
        (1, Gen.Int[1, 2].Select(query => Zone(
            (state, at) => new AnswerQuery(query, "已核實", at.On).Decide(state, at.Programme, at.Reporter, at.Today)))),
        (2, Gen.Select(ASeries, AValue, (series, value) => Zone(
            (state, at) => new RequestCorrection(series, value, CorrectionKind.Error, "漏報", [], at.On)
                .Decide(state, at.Programme, Nothing, at.Reporter, at.Today)))),
        (1, ASeries.Select(series => Bureau(
            (state, at) => new QueryFigure(series, "請說明", at.On).Decide(state, at.Programme, at.Reviewer, at.Today)))),
        (1, Gen.Const(Bureau((state, at) => new SendBack("不符", [], at.On).Decide(state, at.Programme, at.Reviewer, at.Today)))),
        (4, Gen.Const(Bureau((state, at) => new AcceptReturn(at.On)
            .Decide(state, at.Programme, FigureBook.Empty, at.Reviewer, at.Today)))),
        (2, Gen.Int[1, 3].Select(number => Bureau(
            (state, at) => new ApproveCorrection(number, null, at.On).Decide(state, at.Programme, at.Reviewer, at.Today)))),
        (1, Gen.Int[1, 3].Select(number => Bureau(
            (state, at) => new RefuseCorrection(number, "證據不足", at.On).Decide(state, at.Programme, at.Reviewer, at.Today)))),
        (1, Gen.Const(new Command(at => Actor.Clock, (state, at) => new RecordOverdue(Instant.FromUtc(2024, 6, 1, 0, 0))
            .Decide(state, at.Programme, Actor.Clock)))));

    /// <summary>A few days after the last act, by a paper of that day or of some days before.</summary>
    public static readonly Gen<GeneratedAct> AnAct = Gen.Select(
        ACommand, Gen.Int[0, 1], Gen.Int[0, Periods.Length - 1], Gen.Int[0, 3], Gen.Frequency((6, Gen.Const(0)), (1, Gen.Int[1, 4])),
        (command, zone, period, days, daysBefore) => new GeneratedAct(command, zone, Periods[period], days, daysBefore));

    /// <summary>Does the acts on zones of this name, each twice: the second time nothing may happen.</summary>
    public static async Task PlayAsync(this LedgerWriter writer, GeneratedAct[] acts, string name, CancellationToken cancellation)
    {
        var today = FirstDay;
        foreach (var act in acts)
        {
            today = today.PlusDays(act.Days);
            var zone = ZoneOf(name, act.Zone);
            var at = new Setting(
                Plan with { Zones = [.. Plan.Zones.Select((known, index) => index < 2 ? known with { Code = ZoneOf(name, index) } : known)] },
                new Actor("reporter", zone, Role.Reporter, zone), new Actor("stat", "STAT", Role.Reviewer), today, today.PlusDays(-act.DaysBefore));
            await WriteAsync();
            if (await WriteAsync() is WriteResult.Written(var again))
                again.Events.ShouldBe(0);

            Task<WriteResult> WriteAsync() => writer.WriteAsync(
                ZoneReturn.Stream(zone, act.Period), state => act.Command.Decide(state, at), new WriteContext(act.Command.By(at)), cancellation);
        }
    }

    public static string ZoneOf(string name, int index) => $"{name}{(index == 0 ? "A" : "B")}";

    private static IEnumerable<FigureLine> Lines(Dictionary<string, decimal> figures, bool all, ZoneReturn state, Setting at) =>
        at.Programme.DueSeries(state.Period)
            .Where(series => all || figures.ContainsKey(series.Code))
            .Select(series => new FigureLine(series.Code, figures.TryGetValue(series.Code, out var value) ? value : 1));

    private static Explanation[] Explained(ZoneReturn state, Setting at) =>
        [.. ReturnChecks.Run(at.Programme, state, FigureBook.Empty).Select(finding => new Explanation(finding.Check, "屬實"))];

    private static Command Zone(Func<ZoneReturn, Setting, Decision<ReturnEvent>> decide) => new(at => at.Reporter, decide);

    private static Command Bureau(Func<ZoneReturn, Setting, Decision<ReturnEvent>> decide) => new(at => at.Reviewer, decide);
}

internal sealed record Command(Func<Setting, Actor> By, Func<ZoneReturn, Setting, Decision<ReturnEvent>> Decide);

internal sealed record Setting(ProgrammeDocument Programme, Actor Reporter, Actor Reviewer, LocalDate Today, LocalDate On);

internal sealed record GeneratedAct(Command Command, int Zone, Period Period, int Days, int DaysBefore);
