using System.Collections.Immutable;
using Ledger.Api.Programme;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment;
using Ledger.Domain.Assessment.Committee;
using Ledger.Domain.Assessment.Results;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Ledger.Domain.Tests.Assessment;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Assessment;

/// <summary>The worked example as the ledger would hold it: the plan's programme for two zones, reported figures, returns, and the committee's acts.</summary>
internal static class TheYear2023
{
    public static readonly LocalDate FrozenOn = new(2024, 4, 10);
    private static readonly Document Paper = new("錫統發〔2024〕8號", new(2024, 3, 1), "盟統計局");

    public static ProgrammeDocument Programme { get; } = Plan.Document with
    {
        Zones = [.. Plan.Document.Zones.Where(zone => zone.Code is "XLHT" or "DLN")],
        Baselines =
        [
            .. Baselines("hte_revenue_share", 11, 5), .. Baselines("ht_output_share", 14, 8), .. Baselines("rd_intensity", 1.2m, 0.5m),
            .. Baselines("hte_count", 20, 5), .. Baselines("inv_patent_granted", 40, 4), .. Baselines("key_lab", 3, 1),
            .. Baselines("ent_rd_center", 10, 2), .. Baselines("incubator", 2, 1), .. Baselines("makerspace", 1, 1), .. Baselines("star_village", 0, 1),
        ],
    };

    public static FigureBook Figures { get; } = new(
    [
        .. Both("hte_revenue", "2023-Q4", 33.6m, 8.4m), .. Both("op_revenue", "2023-Q4", 210, 80), .. Both("op_revenue", "2022-Q4", 200, 72),
        .. Both("ht_output", "2023-Q4", 37.8m, 9.1m), .. Both("gross_ind_output", "2023-Q4", 180, 70), .. Both("sei_count", "2023", 2, 1),
        .. Both("rd_exp", "2023", 2.52m, 0.55m), .. Both("grp", "2023", 140, 50), .. Both("rd_inst_new", "2023-Q4", 2, 0),
        .. Both("hte_count", "2023-Q4", 38, 9), .. Both("inv_patent_granted", "2023-Q4", 92, 3),
        .. Both("svc_inst_new", "2021-Q4", 0, 1), .. Both("svc_inst_new", "2022-Q4", 1, 0), .. Both("svc_inst_new", "2023-Q4", 0, 0),
        .. Both("key_lab", "2023-Q4", 4, 1), .. Both("ent_rd_center", "2023-Q4", 16, 3),
        .. Both("incubator", "2023-Q4", 4, 1), .. Both("makerspace", "2023-Q4", 2, 1), .. Both("star_village", "2023-Q4", 0, 1),
        .. Both("tech_sme_new", "2021-Q4", 8, 2), .. Both("tech_sme_new", "2022-Q4", 9, 1), .. Both("tech_sme_new", "2023-Q4", 9, 2),
        .. Both("hte_new", "2021-Q4", 7, 1), .. Both("hte_new", "2022-Q4", 10, 2), .. Both("hte_new", "2023-Q4", 10, 3),
        .. Both("listing_pool", "2023-Q4", 7, 3),
    ]);

    /// <summary>XLHT's were all good; of DLN's one came late and one was sent back.</summary>
    public static IReadOnlyList<ZoneReturn> Returns { get; } =
    [
        .. Programme.Periods().Where(period => period.Year == 2023).SelectMany(period => new[]
        {
            Good("XLHT", period),
            period.Quarter switch
            {
                1 => Good("DLN", period) with { Submissions = [Submitted(Programme.Calendar.DueOn(period).PlusDays(3))] },
                3 => Good("DLN", period) with { SentBack = [new("與台賬不符", [], Programme.Calendar.DueOn(period), Officer("stat"))] },
                _ => Good("DLN", period),
            },
        }),
    ];

    public static AssessmentYear State { get; } = AssessmentYear.Stream(2023).Initial with
    {
        Members = [.. Enumerable.Range(1, 5).Select(number => new CommitteeMember($"member-{number}", $"委員{number}", "STB"))],
        Opened = WorkedExample.Year2023.Ballots.ToImmutableDictionary(
            ballot => new BallotKey(ballot.Member, ballot.Zone, ballot.Criterion),
            ballot => new OpenedBallot(ballot.Member, ballot.Zone, ballot.Criterion, ballot.Level, "現場核查", ["notice/2023-Q4/1"], new string('5', 64))),
        Adjustments =
        [
            new(1, "XLHT", "P2", 1, Paper, null, FrozenOn), new(2, "XLHT", "M2", 1, Paper, null, FrozenOn), new(3, "DLN", "M1", 1, Paper, null, FrozenOn),
            new(4, "DLN", "M3", 1, Paper, null, FrozenOn) { Lifted = new(Paper, "認定撤銷", FrozenOn) },
        ],
        FiguresPosition = 4711,
        ProgrammeVersion = 2,
    };

    public static YearFacts Facts { get; } = new(PublishedPapers.Scheme, Programme, Figures, Returns, State, LastGrades: null, FrozenOn);

    public static FigureBook Without(string zone, string series, string period) =>
        new(Figures.All.Where(figure => (figure.Zone, figure.Series, figure.Period) != (zone, series, Period.Parse(period))));

    public static ZoneReturn Good(string zone, Period period) => ZoneReturn.Stream(zone, period).Initial with
    {
        State = ReturnState.Accepted,
        Submissions = [Submitted(Programme.Calendar.DueOn(period).PlusDays(-2))],
        AcceptedOn = Programme.Calendar.DueOn(period).PlusDays(2),
    };

    public static Submission Submitted(LocalDate on) => new(on, on.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), Officer("dln"), [], []);

    public static Actor Officer(string id) => new(id, "STAT", Role.Reviewer);

    public static Figure Said(string zone, string series, string period, decimal value) => new(
        zone, series, Period.Parse(period), value, FigureStatus.Accepted, 1, 7, Period.Parse(period).End.PlusDays(10),
        Period.Parse(period).End.PlusDays(20), Guid.Empty);

    private static Baseline[] Baselines(string subject, decimal xlht, decimal dln) =>
        [new("XLHT", subject, xlht, "統計年鑒"), new("DLN", subject, dln, "統計年鑒")];

    private static Figure[] Both(string series, string period, decimal xlht, decimal dln) =>
        [Said("XLHT", series, period, xlht), Said("DLN", series, period, dln)];
}
