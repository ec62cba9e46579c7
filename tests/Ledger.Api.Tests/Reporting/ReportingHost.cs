using Ledger.Api.Programme;
using Ledger.Api.Store;
using Ledger.Domain.Access;
using Ledger.Domain.Programme;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Ledger.Api.Tests.Reporting;

/// <summary>The plan is in force; nothing has been reported.</summary>
public class ReportingHost : LedgerHost
{
    /// <summary>What a zone states for a quarter: every required series, no two alike.</summary>
    public static IReadOnlyDictionary<string, decimal> Quarter { get; } = new Dictionary<string, decimal>
    {
        ["op_revenue"] = 101.30m,
        ["hte_revenue"] = 15.05m,
        ["gross_ind_output"] = 88.40m,
        ["ht_output"] = 12.60m,
        ["rd_inst_new"] = 1m,
        ["hte_count"] = 30m,
        ["inv_patent_granted"] = 17m,
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

    public static object Signed { get; } =
        new[] { new { role = "填報人", name = "其其格" }, new { role = "統計負責人", name = "巴特爾" } };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var adopted = await Services.GetRequiredService<ProgrammeActs>().AdoptAsync(
            new AdoptProgramme(Plan.Document, new Basis(null, new LocalDate(2021, 11, 5), "錫林郭勒盟行政公署", null), new LocalDate(2021, 11, 5)),
            new WriteContext(new Actor("stb", "STB", Role.Secretary)),
            CancellationToken.None);
        adopted.ShouldBeOfType<WriteResult.Written>();
    }

    /// <summary>The body of a batch.</summary>
    public static object Batch(IEnumerable<KeyValuePair<string, decimal>> figures, string? on = null, string? reason = null) =>
        new { figures = figures.Select(figure => new { series = figure.Key, value = figure.Value }), on, reason };

    public static object Batch(string series, decimal value, string? on = null, string? reason = null) =>
        Batch([KeyValuePair.Create(series, value)], on, reason);
}
