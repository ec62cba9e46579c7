using Ledger.Api.Assessment;
using Ledger.Api.Store;
using Ledger.Api.Tests.Assessment;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Tests.Assessment;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Basis = Ledger.Domain.Programme.Basis;
using Period = Ledger.Domain.Period;

namespace Ledger.Browser.Tests.Assessment;

/// <summary>The plan's worked example of 2023 as the ledger holds it once voting is closed and bonus and deduction are recorded.</summary>
/// <remarks>The programme, the scheme and the returns are appended as events; the year itself goes by its acts.</remarks>
public sealed class WorkedYearHost : BrowserHost
{
    public static readonly string[] Members = ["member-1", "member-2", "member-3", "member-4", "member-5"];

    private static readonly Basis Paper = new(null, new LocalDate(2021, 11, 5), "錫林郭勒盟行政公署", null);
    private static readonly Document Finding = new("錫統發〔2024〕8號", new LocalDate(2024, 3, 1), "盟統計局");
    private static readonly Actor Secretary = new("stb", "STB", Role.Secretary);

    public AssessmentActs Acts => Services.GetRequiredService<AssessmentActs>();

    public static Actor Chair { get; } = new("chair", "XLA", Role.Chair);

    protected override async Task FillAsync()
    {
        await base.FillAsync();
        foreach (var member in Members)
            await AppointAsync(member, "STB", Role.Member);
        await AppointAsync("chair", "XLA", Role.Chair);
        await AppendAsync(ProgrammeHistory.Stream, Secretary, new ProgrammeAdopted(new LocalDate(2021, 11, 5), 1, TheYear2023.Programme, Paper));
        await AppendAsync(SchemeHistory.Stream(PublishedPapers.Scheme.Id), Secretary, new SchemeAdopted(new LocalDate(2021, 12, 1), PublishedPapers.Scheme, 2022, Paper));
        foreach (var zone in TheYear2023.Programme.Zones.Select(zone => zone.Code))
        {
            // Of the quarters that the example does not speak of there is a return without a figure.
            var told = TheYear2023.Figures.All.Where(figure => figure.Zone == zone).ToLookup(figure => figure.Period);
            foreach (var period in TheYear2023.Programme.Periods().Where(period => period.Year == 2023 || told.Contains(period)))
                await TellAsync(zone, period, [.. told[period]]);
        }

        await OpenAsync();
        await VoteAsync();
        Written(await Acts.CloseVotingAsync(2023, new(new LocalDate(2024, 4, 30)), new(Chair), CancellationToken.None));
        foreach (var (zone, item) in new[] { ("XLHT", "P2"), ("XLHT", "M2"), ("DLN", "M1") })
            Written(await Acts.AdjustAsync(2023, new(zone, item, 1, Finding, null, new LocalDate(2024, 5, 2)), new(Secretary), CancellationToken.None));
    }

    public async Task RatifyAsync(LocalDate on) => Written(
        await Acts.RatifyAsync(2023, new(Members, "會議紀要", on), new(Chair), CancellationToken.None));

    public async Task PublishAsync(LocalDate on) => Written(
        await Acts.PublishAsync(2023, new(on), new(Secretary), CancellationToken.None));

    /// <summary>The zone appeals against its deduction, and the chair upholds it: another edition supersedes the published one.</summary>
    public async Task UpholdAppealAsync(LocalDate on)
    {
        var zone = new Actor("dln", "DLN", Role.Reporter, "DLN");
        Written(await Acts.AppealAsync(2023, new("DLN", ["E4"], "報表並未逾期", [], on), new(zone), CancellationToken.None));
        Written(await Acts.DecideAppealAsync(2023, new(1, true, new Remedy(null, [3], []), "M1 的依據不足", on), new(Chair), CancellationToken.None));
    }

    private async Task OpenAsync()
    {
        Written(await Acts.OpenAsync(
            2023, new(PublishedPapers.Scheme.Id, 1, Members, "chair", Quorum: 3, On: new LocalDate(2024, 2, 1)), new(Secretary), CancellationToken.None));
        foreach (var member in Members)
        {
            foreach (var zone in new[] { "XLHT", "DLN" })
                Written(await Acts.DeclareAsync(2023, new(zone, Interest.None, null, new LocalDate(2024, 2, 5)), new(Member(member)), CancellationToken.None));
        }

        Written(await Acts.FreezeAsync(2023, new(TheYear2023.FrozenOn), new(Secretary), CancellationToken.None));
    }

    private async Task VoteAsync()
    {
        foreach (var ballot in WorkedExample.Year2023.Ballots)
        {
            Written(await Acts.CastAsync(
                2023, new(ballot.Zone, ballot.Criterion, ballot.Level, $"{ballot.Criterion} 現場核查", [$"figure/{ballot.Zone}/op_revenue/2023-Q4"], new LocalDate(2024, 4, 20)),
                new(Member(ballot.Member)), CancellationToken.None));
        }
    }

    /// <summary>As the worked example has it: of the year itself one return of DLN came late and one was sent back.</summary>
    private async Task TellAsync(string zone, Period period, IReadOnlyList<Figure> figures)
    {
        var due = TheYear2023.Programme.Calendar.DueOn(period);
        var late = (zone, $"{period}") == ("DLN", "2023-Q1");
        var on = late ? due.PlusDays(3) : due.PlusDays(-2);
        var reporter = new Actor(zone.ToLowerInvariant(), zone, Role.Reporter, zone);
        var reviewer = new Actor("stat", "STAT", Role.Reviewer);
        var stream = ZoneReturn.Stream(zone, period);
        var submitted = new ReturnSubmitted(on, [new Signatory("填報人", "其其格")], []);
        await AppendAsync(stream, reporter, [.. figures.Select(figure => new FigureReported(on, figure.Series, figure.Value, null, null, [])), submitted]);
        if ((zone, $"{period}") == ("DLN", "2023-Q3"))
        {
            await AppendAsync(stream, reviewer, new ReturnSentBack(on, "與台賬不符", []));
            await AppendAsync(stream, reporter, submitted);
        }

        await AppendAsync(stream, reviewer, new ReturnAccepted(on.PlusDays(2)));
    }

    private async Task AppendAsync<TState, TEvent>(EventStream<TState, TEvent> stream, Actor actor, params TEvent[] events)
        where TEvent : class =>
        Written(await Writer.WriteAsync(stream, _ => Decision<TEvent>.Accept(events), new(actor), CancellationToken.None));

    private static Actor Member(string user) => new(user, "STB", Role.Member);

    private static void Written(WriteResult result) => result.ShouldBeOfType<WriteResult.Written>(
        result is WriteResult.Refused refused ? $"{refused.Refusal.Code}: {string.Join("; ", refused.Refusal.Faults)}" : null);
}
