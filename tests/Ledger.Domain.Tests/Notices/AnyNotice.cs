using CsCheck;
using Ledger.Domain.Notices;
using Ledger.Domain.Programme;

namespace Ledger.Domain.Tests.Notices;

/// <summary>What holds of every notice, whatever the zones stated, left out or handed in late.</summary>
public class AnyNotice
{
    private static readonly string[] Series = ["op_revenue", "hte_revenue", "inv_patent_granted", "rd_inst_new", "hte_count", "svc_inst_new"];

    /// <summary>Small numbers, so that ties, zeros and falls are frequent; null: the zone does not report.</summary>
    private static readonly Gen<int[]?[][]> Told =
        Gen.OneOf(Gen.Int[0, 6].Array[Series.Length].Select(values => (int[]?)values), Gen.Int[0, 6].Array[Series.Length].Select(values => (int[]?)values), Gen.Const(default(int[])))
            .Array[League.Zones.Length].Array[3];

    [Fact]
    public void Is_drawn_the_same_again() => Each(league => league.Draw("2023-Q3").Content.Out().ShouldBe(league.Draw("2023-Q3").Content.Out()));

    [Fact]
    public void Says_of_every_number_how_it_came_about() => Each(league =>
    {
        var drawn = league.Draw("2023-Q3");
        foreach (var cell in drawn.Content.Cells())
        {
            var derivation = drawn.Derivations[cell.Id];
            (cell.Value is null).ShouldBe(cell.Reason is not null);
            derivation.Absence?.Reason.ShouldBe(cell.Reason);
            if (cell.Value is { } printed)
                printed.ShouldBe(derivation.Exact!.Value.Round(derivation.Rounding!.Places), cell.Id);
        }
    });

    [Fact]
    public void Ranks_only_whom_it_may_and_by_what_it_prints() => Each(league =>
    {
        var content = league.Draw("2023-Q3").Content;
        var accepted = content.Zones.Where(zone => zone.IsRanked).Select(zone => zone.Code).ToHashSet();
        foreach (var (table, rank, by) in Rankings(content))
        {
            var ranked = table.Rows.Where(row => table.Find(row, rank)!.Value is not null).ToList();
            foreach (var row in ranked)
            {
                accepted.ShouldContain(row.Zone);
                var better = ranked.Count(other => table.Find(other, by)!.Value > table.Find(row, by)!.Value);
                table.Find(row, rank)!.Value.ShouldBe(1 + better);
            }

            table.Rows.Count(row => table.Find(row, by)!.Value is not null && accepted.Contains(row.Zone)).ShouldBe(ranked.Count);
        }
    });

    [Fact]
    public void Sums_all_zones_or_none() => Each(league =>
    {
        foreach (var table in league.Draw("2023-Q3").Content.Tables.Where(table => table.Kind == NoticeMeasureKind.Growth))
        {
            var amounts = table.Rows.Select(row => table.Find(row, Quantities.Amount)!).ToList();
            var total = table.Find(table.Total, Quantities.Amount)!;
            if (amounts.TrueForAll(cell => cell.Value is not null))
                total.Value.ShouldBe(amounts.Sum(cell => cell.Value));
            else
                total.Lacking!.Order().ShouldBe(table.Rows.Where(row => table.Find(row, Quantities.Amount)!.Value is null).Select(row => row.Zone).Order());
        }
    });

    [Fact]
    public void Puts_nobody_on_a_list_without_a_reason() => Each(league =>
    {
        var drawn = league.Draw("2023-Q3");
        foreach (var listed in drawn.Content.Red.Concat(drawn.Content.Black))
        {
            listed.Reasons.ShouldNotBeEmpty();
            listed.Reasons.SelectMany(reason => reason.Cells).ShouldAllBe(cell => drawn.Derivations[cell].Exact != null);
        }

        drawn.Content.Red.Where(listed => listed.Reasons.All(reason => reason.Code != "first-place")).ShouldBeEmpty();
        drawn.Content.Black.Select(listed => listed.Zone).Intersect(drawn.Content.Red.Select(listed => listed.Zone)).ShouldBeEmpty();
    });

    [Fact]
    public void Differs_from_itself_in_nothing() => Each(league =>
    {
        var content = league.Draw("2023-Q3").Content;
        NoticeDifference.Between(content, Written.Back(content.Out())).IsNone.ShouldBeTrue();
    });

    private static void Each(Action<League> holds) => Told.Sample(told => holds(Tell(told)), iter: 60);

    /// <summary>The third quarters of two years, and the first of the second year.</summary>
    private static League Tell(int[]?[][] told) => told.Zip(["2022-Q3", "2023-Q1", "2023-Q3"]).Aggregate(
        new League(),
        (league, period) => period.First.Zip(League.Zones).Where(zone => zone.First is not null).Aggregate(
            league,
            (before, zone) => before.Returned(
                zone.Second, period.Second, [.. Series.Zip(zone.First!, (series, value) => (series, (decimal)value))])));

    private static IEnumerable<(NoticeTable Table, string Rank, string By)> Rankings(NoticeContent content) =>
        from table in content.Tables
        where table.Rows.Count > 0
        from ranking in table.Kind switch
        {
            NoticeMeasureKind.Growth => [(Quantities.GrowthRank, Quantities.Growth)],
            NoticeMeasureKind.Trajectory => [(Quantities.Rank, Quantities.Gap)],
            _ => new[] { (Quantities.GrowthRank, Quantities.Growth), (Quantities.Rank, Quantities.Attainment) },
        }
        select (table, ranking.Item1, ranking.Item2);
}
