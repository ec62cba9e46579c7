using System.Globalization;
using Ledger.Api.Programme;
using Ledger.Domain;
using Ledger.Domain.Programme;

namespace Ledger.Benchmarks;

/// <summary>The plan's programme stretched to more zones, years and series than it has, so that there is enough to measure.</summary>
public static class LargeProgramme
{
    /// <summary>As many figures as one batch has to hold.</summary>
    private const int SeriesOfAQuarter = 20;

    public static ProgrammeDocument Of(int zones, int firstYear)
    {
        var plan = Plan.Document;
        Zone[] all = [.. Enumerable.Range(0, zones).Select(index => index < plan.Zones.Count
            ? plan.Zones[index]
            : plan.Zones[index % plan.Zones.Count] with { Code = Code(index) })];
        return plan with
        {
            FirstYear = firstYear,
            BaselineYear = firstYear - 1,
            Zones = all,
            Organisations =
            [
                .. plan.Organisations,
                .. all.Skip(plan.Zones.Count).Select(zone => new Organisation(zone.Code, zone.Name, PlanWords: null, From: null, Until: null, Note: null)),
            ],
            Series = [.. plan.Series, .. Enumerable.Range(0, SeriesOfAQuarter).Select(Extra).Take(SeriesOfAQuarter - plan.Series.Count(IsQuarterly))],
            Indicators = [.. plan.Indicators.Select(indicator => indicator with { Allocation = Shared(indicator.Allocation, all) })],
            CombinedTargets = [.. plan.CombinedTargets.Select(combined => combined with { Allocation = Shared(combined.Allocation, all)! })],
            Baselines = [.. all.SelectMany(Baselines)],
        };
    }

    /// <summary>The series a quarter's return may hold, as many as a batch has.</summary>
    public static IReadOnlyList<Series> Quarterly(this ProgrammeDocument programme) => [.. programme.Series.Where(IsQuarterly)];

    private static bool IsQuarterly(Series series) => series.Quarterly != Demand.None;

    // Z0005 … and no zone of the plan is called so.
    private static string Code(int index) => string.Create(CultureInfo.InvariantCulture, $"Z{index:0000}");

    private static Series Extra(int index)
    {
        var code = $"extra_{(char)('a' + index)}";
        return new(
            $"X{index}", code, new Name(code, code, code), SeriesKind.Stock, Plan.Document.Series[0].Unit, Places: 2,
            Demand.Optional, Demand.None, Within: null, Note: null);
    }

    /// <summary>The zones that the plan does not know get no part.</summary>
    private static Dictionary<string, decimal>? Shared(IReadOnlyDictionary<string, decimal>? shares, Zone[] zones) =>
        shares is null ? null : zones.ToDictionary(zone => zone.Code, zone => shares.GetValueOrDefault(zone.Code));

    private static IEnumerable<Baseline> Baselines(Zone zone) =>
    [
        new(zone.Code, "hte_revenue_share", 8, "示例數據"),
        new(zone.Code, "inv_patent_granted", 10, "示例數據"),
    ];
}
