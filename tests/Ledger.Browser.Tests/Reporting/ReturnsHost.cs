using Ledger.Api.Programme;
using Ledger.Api.Reporting;
using Ledger.Api.Store;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Period = Ledger.Domain.Period;

namespace Ledger.Browser.Tests.Reporting;

/// <summary>The plan is in force, and every zone's returns of two years are accepted; 2023-Q3 is still to be reported.</summary>
public class ReturnsHost : BrowserHost
{
    /// <summary>What a zone states for the quarter that is to be reported: nothing about it is remarkable.</summary>
    public static IReadOnlyDictionary<string, decimal> Quarter { get; } = new Dictionary<string, decimal>
    {
        ["op_revenue"] = 156.20m,
        ["hte_revenue"] = 24.99m,
        ["gross_ind_output"] = 140.10m,
        ["ht_output"] = 30.30m,
        ["rd_inst_new"] = 1m,
        ["hte_count"] = 30m,
        ["inv_patent_granted"] = 71m,
        ["svc_inst_new"] = 2m,
        ["key_lab"] = 3m,
        ["ent_rd_center"] = 4m,
        ["incubator"] = 5m,
        ["makerspace"] = 6m,
        ["star_village"] = 0m,
        ["tech_sme_new"] = 8m,
        ["hte_new"] = 9m,
        ["listing_pool"] = 10m,
    };

    public static Period Due { get; } = Period.Parse("2023-Q3");

    private static readonly Actor Reviewer = new("stat", "STAT", Role.Reviewer);

    private ReturnActs Acts => Services.GetRequiredService<ReturnActs>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Written(await Services.GetRequiredService<ProgrammeActs>().AdoptAsync(
            new AdoptProgramme(Plan.Document, new Basis(null, new LocalDate(2021, 11, 5), "錫林郭勒盟行政公署", null), new LocalDate(2021, 11, 5)),
            new WriteContext(new Actor("stb", "STB", Role.Secretary)),
            CancellationToken.None));
        foreach (var zone in Plan.Document.Zones)
        {
            foreach (var period in Plan.Document.Periods().Where(period => period.IsQuarter && period.Year >= 2022 && period < Due))
                await HandInAndAcceptAsync(zone.Code, period);
        }
    }

    /// <summary>A return handed in on its last day and accepted the day after.</summary>
    public async Task HandInAndAcceptAsync(string zone, Period period)
    {
        await HandInAsync(zone, period, Values(period));
        await AcceptAsync(zone, period);
    }

    public async Task AcceptAsync(string zone, Period period) =>
        Written(await Acts.AcceptAsync(zone, period, new(period.End.PlusDays(11)), new(Reviewer), CancellationToken.None));

    /// <summary>A colleague of the reporter states one figure meanwhile.</summary>
    public async Task ReportAsync(string zone, Period period, string series, decimal value) => Written(await Acts.ReportAsync(
        zone, period, new([new FigureLine(series, value)], On: period.End), new(new Actor("colleague", zone, Role.Reporter, zone)),
        CancellationToken.None));

    public async Task HandInAsync(string zone, Period period, IReadOnlyDictionary<string, decimal> values)
    {
        var reporter = new WriteContext(new Actor(zone.ToLowerInvariant(), zone, Role.Reporter, zone));
        var on = period.End.PlusDays(10);
        Written(await Acts.ReportAsync(
            zone, period, new([.. values.Select(value => new FigureLine(value.Key, value.Value))], On: on), reporter, CancellationToken.None));
        var findings = await Services.GetRequiredService<Returns>().CheckAsync(zone, period, values, CancellationToken.None);
        Written(await Acts.SubmitAsync(
            zone, period,
            new([new("填報人", "其其格"), new("統計負責人", "巴特爾"), new("單位負責人", "蘇和")], [.. findings.Select(finding => new Explanation(finding.Check, "屬正常變動"))], on),
            reporter, CancellationToken.None));
    }

    /// <summary>Grows by a twentieth a year; what is stated year to date grows by quarters within it.</summary>
    private static Dictionary<string, decimal> Values(Period period) => Quarter.ToDictionary(value => value.Key, value =>
    {
        var series = Plan.Document.FindSeries(value.Key)!;
        var grown = value.Value * (1 - (0.05m * (Due.Year - period.Year)));
        var stated = series.Kind == SeriesKind.Flow ? grown * period.Months / Due.Months : grown;
        return Math.Round(stated, series.Places, MidpointRounding.ToZero);
    });

    private static void Written(WriteResult result) => result.ShouldBeOfType<WriteResult.Written>(
        result is WriteResult.Refused refused ? $"{refused.Refusal.Code}: {string.Join("; ", refused.Refusal.Faults)}" : null);
}
