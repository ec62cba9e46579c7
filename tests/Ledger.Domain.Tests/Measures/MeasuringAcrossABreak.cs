using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Domain.Tests.Measures;

/// <summary>DLN becomes part of SNT on the first of July 2024.</summary>
public class MeasuringAcrossABreak
{
    private static readonly LocalDate Summer = new(2024, 7, 1);

    private static readonly ProgrammeDocument Merged = FiveZones.Programme with
    {
        Zones = [.. FiveZones.Programme.Zones.Select(zone => zone.Code == "DLN" ? zone with { Until = Summer.PlusDays(-1) } : zone)],
        Successions = [new(SuccessionKind.Merged, Summer, ["DLN"], ["SNT"])],
    };

    private static readonly Yardstick Yardstick = new(Merged, Facts.Book(
        Facts.Of("op_revenue", "2023-Q3", 100, 50, 40, 20, 10), Facts.Of("op_revenue", "2024-Q2", 70, 36, 25, 15, 8),
        Facts.Of("op_revenue", "2024-Q3", 110, 55, 44, 33, null), Facts.Of("op_revenue", "2025-Q3", 121, 60, 44, 66, null),
        Facts.Of("svc_inst_new", "2023-Q4", 1, 0, 0, 1, 2), Facts.Of("svc_inst_new", "2022-Q4", 0, 0, 0, 0, 0), Facts.Of("svc_inst_new", "2021-Q4", 0, 0, 0, 0, 0),
        Facts.Of("svc_inst_new", "2024-Q3", 0, 0, 0, 1, null),
        Facts.Of("hte_count", "2024-Q4", 30, 15, 12, 12, null), Facts.Of("key_lab", "2024-Q4", 2, 1, 1, 3, null)));

    [Fact]
    public void Growth_is_given_up_to_the_break_and_after_it_and_not_across()
    {
        Growth("SNT", "2024-Q3").Absence.ShouldBe(Absence.NoBase(Reasons.ZoneBreak), Same);
        Growth("SNT", "2025-Q3").Exact.ShouldBe(100);
        Growth("XLHT", "2024-Q3").Exact.ShouldBe(10);
        Series("SNT", "2024-Q3").Value.Exact.ShouldBe(33);
        Series("SNT", "2024-Q3").Quarter.Absence.ShouldBe(Absence.NoBase(Reasons.ZoneBreak), Same);
    }

    [Fact]
    public void Only_what_is_measured_against_the_hosts_product_is_not_compared_across_a_change_of_host()
    {
        var hosted = new Yardstick(
            FiveZones.Programme with
            {
                Zones =
                [
                    .. FiveZones.Programme.Zones.Select(zone => zone.Code == "SNT"
                        ? zone with { GrpDenominator = GrpDenominator.HostProduct, Host = "B", FormerHosts = [new("A", Summer.PlusDays(-1))] }
                        : zone),
                ],
            },
            Facts.Book(
                Facts.Of("op_revenue", "2023-Q3", 100, 50, 40, 20, 10), Facts.Of("op_revenue", "2024-Q3", 110, 55, 44, 33, 10),
                Facts.Of("grp", "2023-Q3", 10, 10, 10, 10, 10), Facts.Of("grp", "2024-Q3", 11, 11, 11, 30, 11), Facts.Of("grp", "2025-Q3", 11, 11, 11, 33, 11)));
        hosted.ReadSeries("grp", "SNT", Period.Parse("2024-Q3"))!.Growth.Absence.ShouldBe(Absence.NoBase(Reasons.HostBreak), Same);
        hosted.ReadSeries("grp", "SNT", Period.Parse("2025-Q3"))!.Growth.Exact.ShouldBe(10);
        hosted.ReadSeries("grp", Zone.League, Period.Parse("2024-Q3"))!.Growth.Absence.ShouldBe(Absence.NoBase(Reasons.HostBreak), Same);
        hosted.ReadSeries("grp", "BYH", Period.Parse("2024-Q3"))!.Growth.Exact.ShouldBe(10);
        hosted.ReadSeries("op_revenue", "SNT", Period.Parse("2024-Q3"))!.Growth.Exact.ShouldBe(65);
    }

    [Fact]
    public void The_league_is_the_same_before_and_after_a_merger()
    {
        var reading = Series(Zone.League, "2024-Q3");
        (reading.Value.Exact, reading.YearBefore.Exact, reading.Growth.Exact).ShouldBe((242, 220, 10));
        reading.Quarter.Exact.ShouldBe(242 - 154);
    }

    [Fact]
    public void A_zone_that_ended_has_no_value_after_its_end_and_none_is_missed()
    {
        Series("DLN", "2024-Q2").Value.Exact.ShouldBe(8);
        Series("DLN", "2024-Q3").Value.Absence.ShouldBe(Absence.NotApplicable(Reasons.ZoneNotThere), Same);
        Yardstick.Read("hte_revenue_share", "DLN", Period.Parse("2024-Q3"))!.Value.Absence!.Reason.ShouldBe(Reasons.ZoneNotThere);
    }

    [Fact]
    public void What_is_counted_over_the_years_and_what_is_to_be_reached_go_over_to_the_zone_it_is_part_of()
    {
        var reading = Yardstick.Read("svc_inst_new", "SNT", Period.Parse("2024-Q3"))!;
        reading.Value.Exact.ShouldBe(4, "1 of its own and 2 of DLN in 2023, and 1 since");
        reading.Target.Exact.ShouldBe(new Rational(2 * 15, 20));
        Yardstick.Read("svc_inst_new", "SNT", Period.Parse("2023-Q4"))!.Value.Exact.ShouldBe(1);
        Yardstick.Read("key_lab", "SNT", Period.Parse("2024-Q4"))!.Value.Exact.ShouldBe(3);
    }

    [Fact]
    public void A_path_from_the_baseline_is_not_drawn_across_the_break()
    {
        var reading = Yardstick.Read("hte_count_growth", "SNT", Period.OfYear(2024))!;
        (reading.Value.Exact, reading.Target.Absence!.Reason, reading.YearlyGrowth.Absence!.Reason).ShouldBe((12, Reasons.ZoneBreak, Reasons.ZoneBreak));
        reading.Verdict.ShouldBe(Verdict.Unknown);
        Yardstick.Read("hte_count_growth", Zone.League, Period.OfYear(2024))!.Target.Exact.ShouldNotBeNull();
    }

    private static Derivation Growth(string zone, string period) => Series(zone, period).Growth;

    private static SeriesReading Series(string zone, string period) => Yardstick.ReadSeries("op_revenue", zone, Period.Parse(period))!;

    // An absence holds a list, which is the same only where it is the same list.
    private static IEqualityComparer<Absence?> Same { get; } = EqualityComparer<Absence?>.Create(
        (one, other) => (one?.Kind, one?.Reason) == (other?.Kind, other?.Reason), absence => absence?.Reason.GetHashCode(StringComparison.Ordinal) ?? 0);
}
