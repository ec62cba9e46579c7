using CsCheck;
using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Tests.Measures;

/// <summary>Zones together: sums, ratios of sums, what counts once, what is shared out together.</summary>
public class MeasuringTheLeague
{
    private static readonly Period Quarter = Period.Parse("2023-Q3");

    private static readonly Gen<decimal> Amount = Gen.Int[1, 1_000_000].Select(cents => cents / 100m);

    [Fact]
    public void A_share_is_the_ratio_of_sums_and_lies_between_the_zones_shares() =>
        Gen.Select(Amount.Array[5], Amount.Array[5]).Sample((whole, parts) =>
        {
            var yardstick = Book(("op_revenue", "2023-Q3", whole), ("hte_revenue", "2023-Q3", parts));
            var share = yardstick.Read("Q02", Zone.League, Quarter)!.Value.Exact!.Value;
            share.ShouldBe(100 * (Rational)parts.Sum() / whole.Sum());
            var zones = FiveZones.Programme.Zones.Select(zone => yardstick.Read("Q02", zone.Code, Quarter)!.Value.Exact!.Value).ToList();
            (share >= zones.Min() && share <= zones.Max()).ShouldBeTrue();
        }, iter: 200);

    [Fact]
    public void Single_quarters_add_up_to_the_year_to_date() =>
        Amount.Array[4].Sample(told =>
        {
            var yardstick = new Yardstick(FiveZones.Programme, Facts.Book(
                [.. told.Select((value, quarter) => Facts.One("BYH", "op_revenue", $"2023-Q{quarter + 1}", value))]));
            Enumerable.Range(1, 4).Aggregate(
                    Rational.Zero,
                    (sum, quarter) => sum + yardstick.ReadSeries("op_revenue", "BYH", Period.OfQuarter(2023, quarter))!.Quarter.Exact!.Value)
                .ShouldBe(told[3]);
        }, iter: 200);

    [Fact]
    public void A_single_quarter_below_zero_is_noted()
    {
        var yardstick = new Yardstick(FiveZones.Programme, Facts.Book(
            [Facts.One("BYH", "op_revenue", "2023-Q2", 60m), Facts.One("BYH", "op_revenue", "2023-Q3", 58m)]));
        var quarter = yardstick.ReadSeries("op_revenue", "BYH", Quarter)!.Quarter;
        (quarter.Text(2), quarter.Note).ShouldBe(("-2.00", Notes.Negative));
    }

    [Fact]
    public void Growth_undone_gives_the_value_again() =>
        Gen.Select(Amount.Array[5], Amount.Array[5]).Sample((now, before) =>
        {
            var reading = Book(("op_revenue", "2023-Q3", now), ("op_revenue", "2022-Q3", before)).ReadSeries("op_revenue", Zone.League, Quarter)!;
            ((Rational)before.Sum() * (Rational.One + (reading.Growth.Exact!.Value / 100))).ShouldBe(now.Sum());
        }, iter: 200);

    /// <summary>Two zones of one host state its product: it counts once, unless they are measured against their own.</summary>
    [Theory]
    [InlineData(GrpDenominator.HostProduct, 220)]
    [InlineData(GrpDenominator.ZoneValueAdded, 280)]
    public void A_product_that_zones_share_counts_once(GrpDenominator denominator, int product)
    {
        var programme = FiveZones.Programme with
        {
            Zones = [.. FiveZones.Programme.Zones.Select(zone => zone.Code is "XLHT" or "CJCY" ? zone with { Host = "XLHT_GOV", GrpDenominator = denominator } : zone)],
        };
        var yardstick = new Yardstick(programme, Facts.Book(Facts.Of("rd_exp", "2022", 2, 1, 1, 0.5m, 0.5m), Facts.Of("grp", "2022", 60, 80, 60, 40, 40)));
        yardstick.ReadSeries("grp", Zone.League, Period.Parse("2022"))!.Value.Exact.ShouldBe(product);
        yardstick.Read("rd_intensity", Zone.League, Period.Parse("2022"))!.Value.Exact.ShouldBe(new Rational(500, product));
    }

    /// <summary>Which industries zones have in common is not reported.</summary>
    [Fact]
    public void Industries_are_at_least_as_many_as_in_the_zone_with_most()
    {
        var several = new Yardstick(FiveZones.Programme, Facts.Book(Facts.Of("sei_count", "2025", 2, 1, 0, 0, 0)));
        var reading = several.Read("Q01", Zone.League, Period.Parse("2025"))!;
        (reading.Value.Exact, reading.Value.Note, reading.Verdict).ShouldBe((2, Notes.AtLeast, Verdict.Reached));
        var single = new Yardstick(FiveZones.Programme, Facts.Book(Facts.Of("sei_count", "2025", 0, 1, 0, 0, 0)));
        single.Read("Q01", Zone.League, Period.Parse("2025"))!.Value.Note.ShouldBeNull();
    }

    [Fact]
    public void What_is_new_since_the_baseline_leaves_the_old_stock_out()
    {
        var yardstick = new Yardstick(FiveZones.Programme, Facts.Book(Facts.Of("key_lab", "2023-Q3", 2, 1, 0, 0, 0)));
        yardstick.Read("key_lab", "XLHT", Quarter)!.Value.Exact.ShouldBe(1);
        yardstick.Read("key_lab", Zone.League, Quarter)!.Value.Exact.ShouldBe(2);
    }

    [Fact]
    public void A_combined_target_is_one_for_a_zone_and_several_for_the_league()
    {
        var yardstick = new Yardstick(FiveZones.Programme, Facts.Book(
            Facts.Of("incubator", "2023-Q3", 3, 1, 0, 0, 0), Facts.Of("makerspace", "2023-Q3", 0, 1, 0, 0, 0)));
        var alone = yardstick.Read("incubator", "XLHT", Quarter)!;
        alone.Value.Exact.ShouldBe(2);
        alone.Target.Absence.ShouldBe(Absence.NotApplicable(Reasons.CombinedTarget), AbsenceComparer.Instance);
        var combined = yardstick.Read("carriers", "XLHT", Quarter)!;
        combined.Value.Exact.ShouldBe(2);
        combined.Target.Text(2).ShouldBe("2.20");
        yardstick.Read("incubator", Zone.League, Quarter)!.Target.Text(2).ShouldBe("2.75");
        yardstick.Read("Q11+Q12", Zone.League, Quarter)!.Target.Text(2).ShouldBe("5.50");
    }

    [Fact]
    public void An_unknown_subject_is_not_measured()
    {
        Autumn2023.Yardstick.Read("unheard_of", "XLHT", Quarter).ShouldBeNull();
        Autumn2023.Yardstick.ReadSeries("unheard_of", "XLHT", Quarter).ShouldBeNull();
    }

    [Fact]
    public void What_if_twice_is_what_if_once_and_leaves_the_facts_alone() =>
        Gen.Select(Amount, Gen.Int[0, 4]).Sample((value, zone) =>
        {
            var yardstick = Autumn2023.Yardstick;
            Figure[] otherwise = [Facts.One(FiveZones.Programme.Zones[zone].Code, "op_revenue", "2023-Q3", value)];
            var once = yardstick.With(otherwise);
            Growth(once.With(otherwise)).ShouldBe(Growth(once));
            Growth(yardstick.With([])).ShouldBe(Growth(yardstick));
            Growth(yardstick).Round(1).ShouldBe(7.5m);
        }, iter: 100);

    private static Rational Growth(Yardstick yardstick) => yardstick.ReadSeries("op_revenue", Zone.League, Quarter)!.Growth.Exact!.Value;

    private static Yardstick Book(params (string Series, string Period, decimal[] Values)[] figures) => new(
        FiveZones.Programme,
        Facts.Book([.. figures.Select(figure => Facts.Of(figure.Series, figure.Period, [.. figure.Values.Select(value => (decimal?)value)]))]));
}
