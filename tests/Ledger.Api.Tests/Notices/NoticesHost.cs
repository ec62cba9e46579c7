using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.KeyTasks;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Tests.Notices;

/// <summary>The plan with invented baselines, and three accepted quarters of 2022 and 2023: enough for the worked notice of 2023-Q3.</summary>
/// <remarks>What happened before a test acts is appended as events; how it happens over HTTP is other tests' business.</remarks>
public class NoticesHost : LedgerHost
{
    public static readonly string[] Zones = ["XLHT", "BYH", "CJCY", "SNT", "DLN"];

    /// <summary>Revenue, high-tech revenue and patents to the end of each quarter, a zone a row.</summary>
    private static readonly Dictionary<string, (decimal[] Revenue, decimal[] HighTech, decimal[] Patents)> Told = new()
    {
        ["2022-Q1"] = ([47.00m, 26.10m, 16.20m, 11.30m, 17.40m], [6.10m, 2.10m, 1.60m, 0.50m, 1.40m], [20, 5, 6, 1, 0]),
        ["2022-Q2"] = ([96.00m, 53.00m, 33.10m, 22.80m, 35.20m], [12.40m, 4.30m, 3.20m, 1.00m, 2.90m], [41, 10, 13, 2, 0]),
        ["2022-Q3"] = ([148.76m, 80.00m, 50.00m, 34.00m, 53.30m], [20.10m, 6.90m, 5.10m, 1.60m, 4.40m], [64, 15, 20, 3, 0]),
        ["2023-Q1"] = ([50.20m, 29.40m, 18.30m, 11.00m, 19.00m], [7.60m, 2.80m, 2.10m, 0.60m, 1.80m], [22, 6, 8, 0, 1]),
        ["2023-Q2"] = ([101.30m, 59.60m, 37.20m, 22.10m, 38.40m], [15.80m, 5.80m, 4.30m, 1.30m, 3.80m], [46, 12, 16, 1, 2]),
        ["2023-Q3"] = ([156.20m, 90.00m, 56.26m, 33.00m, 58.10m], [24.99m, 9.00m, 6.75m, 1.98m, 5.81m], [71, 18, 24, 2, 3]),
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await AdoptAsync(WithBaselines, new(2021, 11, 5));
        foreach (var (period, told) in Told)
        {
            foreach (var (index, zone) in Zones.Index())
            {
                var of = Period.Parse(period);
                await AcceptAsync(zone, of, Values(of, index, told.Revenue[index], told.HighTech[index], told.Patents[index]));
            }
        }
    }

    /// <summary>The plan, with baselines of 2020 as the operator would enter them.</summary>
    public static ProgrammeDocument WithBaselines => Plan.Document with
    {
        Baselines =
        [
            .. Based("hte_revenue_share", 11, 6, 7, 3, 5), new(Zone.League, "hte_revenue_share", 9, "虛構"),
            .. Based("inv_patent_granted", 40, 10, 12, 2, 4),
        ],
    };

    public async Task<Receipt> AdoptAsync(ProgrammeDocument document, LocalDate on) => Written(
        await Services.GetRequiredService<ProgrammeActs>().AdoptAsync(
            new(document, new(null, on, "錫林郭勒盟行政公署", null), on),
            new(new Actor("stb", "STB", Role.Secretary)),
            CancellationToken.None));

    /// <summary>All five zones tell a quarter of no particular interest, and it is accepted.</summary>
    public async Task TellAsync(string period)
    {
        var of = Period.Parse(period);
        foreach (var (index, zone) in Zones.Index())
            await AcceptAsync(zone, of, Values(of, index, (40 + index) * of.Quarter, (5 + index) * of.Quarter, 3 * of.Quarter));
    }

    /// <summary>The zone states and submits in time, the bureau accepts two days later.</summary>
    public async Task<Receipt> AcceptAsync(string zone, Period period, IReadOnlyDictionary<string, decimal> values, bool late = false)
    {
        var on = period.End.PlusDays(late ? 20 : 10);
        await AppendAsync(
            zone, period, Reporter(zone),
            [
                .. values.Select(value => new FigureReported(on, value.Key, value.Value, null, null, [])),
                new ReturnSubmitted(on, [new("填報人", "其其格")], []),
            ]);
        return await AppendAsync(zone, period, Reviewer, [new ReturnAccepted(on.PlusDays(2))]);
    }

    /// <summary>The zone asks to correct an accepted figure, and the bureau approves.</summary>
    public async Task<Receipt> CorrectAsync(string zone, Period period, string series, decimal value, LocalDate on, int number = 1)
    {
        await AppendAsync(
            zone, period, Reporter(zone),
            [new CorrectionRequested(on, number, series, value, CorrectionKind.Error, "漏報一戶企業", [])]);
        return await AppendAsync(
            zone, period, Reviewer, [new CorrectionApproved(on.PlusDays(3), number, series, value, CorrectionKind.Error, null)]);
    }

    /// <summary>Something happens to a part of a key task.</summary>
    public async Task<Receipt> HappenAsync(string task, string unit, Actor actor, params TaskEvent[] events) => Written(
        await Writer.WriteAsync(TaskPart.Stream(task, unit), _ => Decision<TaskEvent>.Accept(events), new(actor), CancellationToken.None));

    public static IReadOnlyDictionary<string, decimal> Values(Period period, int zone, decimal revenue, decimal highTech, decimal patents)
    {
        var year = period.Year - 2021;
        return new Dictionary<string, decimal>
        {
            ["op_revenue"] = revenue,
            ["hte_revenue"] = highTech,
            ["gross_ind_output"] = revenue,
            ["ht_output"] = highTech,
            ["rd_inst_new"] = zone < 2 && period.Quarter > 1 ? 1 : 0,
            ["hte_count"] = 10 + year + zone,
            ["inv_patent_granted"] = patents,
            ["svc_inst_new"] = zone == 0 ? 1 : 0,
            ["key_lab"] = zone == 0 ? year : 0,
            ["ent_rd_center"] = year * 2,
            ["incubator"] = 1,
            ["makerspace"] = 0,
            ["star_village"] = 0,
            ["tech_sme_new"] = period.Quarter,
            ["hte_new"] = period.Quarter * 2,
            ["listing_pool"] = zone,
        };
    }

    private async Task<Receipt> AppendAsync(string zone, Period period, Actor actor, IReadOnlyList<ReturnEvent> events) => Written(
        await Writer.WriteAsync(
            ZoneReturn.Stream(zone, period), _ => Decision<ReturnEvent>.Accept(events), new(actor), CancellationToken.None));

    private static Receipt Written(WriteResult result) => result.ShouldBeOfType<WriteResult.Written>().Receipt;

    private static Actor Reviewer => new("stat", "STAT", Role.Reviewer);

    private static Actor Reporter(string zone) => new(zone.ToLowerInvariant(), zone, Role.Reporter, zone);

    private static IEnumerable<Baseline> Based(string subject, params decimal[] values) =>
        Zones.Zip(values, (zone, value) => new Baseline(zone, subject, value, "虛構"));
}
