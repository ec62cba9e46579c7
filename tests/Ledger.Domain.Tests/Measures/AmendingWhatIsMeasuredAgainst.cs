using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Tests.Measures;

/// <summary>What another allocation does to the zones, on the figures as they are.</summary>
public class AmendingWhatIsMeasuredAgainst
{
    /// <summary>One service institution in each zone, in the third year.</summary>
    private static readonly FigureBook Services = Facts.Book(
        Facts.Of("svc_inst_new", "2021-Q4", 0, 0, 0, 0, 0), Facts.Of("svc_inst_new", "2022-Q4", 0, 0, 0, 0, 0), Facts.Of("svc_inst_new", "2023-Q4", 1, 1, 1, 1, 1));

    [Fact]
    public void Every_zone_is_told_what_it_was_to_reach_and_is_to_reach_and_whether_it_gains()
    {
        var effect = Effect(1, 1, 2, 2, 0);
        effect.Zones.Select(zone => (zone.Zone, zone.PartBefore, zone.PartAfter, zone.Bearing)).ShouldBe(
        [
            ("XLHT", 2, 1, Bearing.Gains), ("BYH", 1, 1, Bearing.Same), ("CJCY", 1, 2, Bearing.Loses), ("SNT", 1, 2, Bearing.Loses), ("DLN", 1, 0, Bearing.Ends),
        ]);
        // By the end of 2023 three fifths of the part are due; one institution each.
        var xlht = effect.Zones[0];
        (xlht.Before!.Target, xlht.Before.Attainment, xlht.After!.Target, xlht.After.Attainment).ShouldBe((1.20m, 83.33m, 0.60m, 166.67m));
        (xlht.Before.Verdict, xlht.After.Verdict).ShouldBe((Verdict.Behind, Verdict.Reached));
        (xlht.Before.Place, xlht.After.Place).ShouldBe((5, 1));
        effect.Zones[4].After!.ShouldBe(new(1, null, null, null, Verdict.NoTarget));
        Effect(2, 1, 1, 1, 1).Zones.ShouldAllBe(zone => zone.Bearing == Bearing.Same);
    }

    [Fact]
    public void Who_is_passed_by_another_loses_though_nothing_else_is_asked_of_it()
    {
        var book = Facts.Book(
            Facts.Of("svc_inst_new", "2021-Q4", 0, 0, 0, 0, 0), Facts.Of("svc_inst_new", "2022-Q4", 0, 0, 0, 0, 0), Facts.Of("svc_inst_new", "2023-Q4", 2, 1, 1, 0, 0));
        var zones = AllocationEffect.Of(FiveZones.Programme, Amended(1, 1, 1, 2, 1), book, "svc_inst_new", Period.Parse("2023-Q4")).Zones;
        (zones[1].Before!.Attainment, zones[1].Before!.Place, zones[1].After!.Attainment, zones[1].After!.Place).ShouldBe((166.67m, 1, 166.67m, 2));
        zones.Select(zone => zone.Bearing).ShouldBe([Bearing.Gains, Bearing.Loses, Bearing.Loses, Bearing.Same, Bearing.Same]);
    }

    [Fact]
    public void Before_any_figure_a_smaller_part_is_a_gain() =>
        AllocationEffect.Of(FiveZones.Programme, Amended(1, 1, 2, 2, 0), Facts.Book(), "svc_inst_new", period: null).Zones
            .Select(zone => (zone.Before, zone.Bearing)).ShouldBe(
            [(null, Bearing.Gains), (null, Bearing.Same), (null, Bearing.Loses), (null, Bearing.Loses), (null, Bearing.Gains)]);

    [Fact]
    public void Several_together_are_measured_together()
    {
        var after = FiveZones.Programme with { CombinedTargets = [FiveZones.Programme.CombinedTargets[0] with { Allocation = FiveZones.Shares(2, 2, 2, 2, 2) }] };
        var book = Facts.Book(Facts.Of("incubator", "2023-Q4", 3, 1, 0, 0, 0), Facts.Of("makerspace", "2023-Q4", 1, 0, 0, 0, 0));
        var effect = AllocationEffect.Of(FiveZones.Programme, after, book, "Q11+Q12", Period.Parse("2023-Q4"));
        effect.Subject.ShouldBe("carriers");
        (effect.Zones[0].Before!.Value, effect.Zones[0].Before!.Attainment, effect.Zones[0].After!.Attainment).ShouldBe((3m, 125m, 250m));
    }

    [Fact]
    public void Doubling_is_held_against_the_baseline_alone()
    {
        var yardstick = new Yardstick(FiveZones.Programme, Facts.Book(Facts.Of("hte_count", "2023-Q4", 30, 15, 15, 10, 10)));
        var doubling = Doubling.Of(yardstick, FiveZones.Programme.FindIndicator("Q06")!, Zone.League, Period.Parse("2023-Q4"));
        (doubling.Value.Exact, doubling.Goal.Exact, doubling.Attainment.Exact).ShouldBe((80, 100, 80));
    }

    private static ProgrammeDocument Amended(params decimal[] parts) => new AmendAllocation(
        "svc_inst_new", FiveZones.Shares(parts[0], parts[1], parts[2], parts[3], parts[4]), null, new(null, default, "", null), null).To(FiveZones.Programme);

    private static AllocationEffect Effect(params decimal[] parts) =>
        AllocationEffect.Of(FiveZones.Programme, Amended(parts), Services, "svc_inst_new", Period.Parse("2023-Q4"));
}
