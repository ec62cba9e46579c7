using Ledger.Domain.Reporting;
using Ledger.Domain.Reporting.Checks;

namespace Ledger.Domain.Tests.Reporting;

public class CheckingAReturn
{
    private static readonly Dictionary<string, decimal> Sound = new()
    {
        ["op_revenue"] = 100m, ["hte_revenue"] = 15m, ["rd_inst_new"] = 2m, ["hte_count"] = 30m,
    };

    [Fact]
    public void Finds_nothing_in_a_sound_return() => Check("2023-Q2", Sound, FigureBook.Empty).ShouldBeEmpty();

    [Fact]
    public void Misses_what_is_required_and_not_what_is_optional() =>
        Check("2023-Q2", Without("hte_count"), FigureBook.Empty).ShouldBe([("complete/hte_count", CheckLevel.Error, "series-missing")]);

    [Fact]
    public void Holds_a_part_to_its_whole()
    {
        Check("2023-Q2", With("hte_revenue", 100m), FigureBook.Empty).ShouldBeEmpty();
        Check("2023-Q2", With("hte_revenue", 100.01m), FigureBook.Empty)
            .ShouldBe([("within/hte_revenue", CheckLevel.Error, "exceeds-whole")]);
    }

    [Theory]
    [InlineData("op_revenue", "-0.01", "sign/op_revenue", "value-negative")]
    [InlineData("op_revenue", "1.005", "precision/op_revenue", "value-too-precise")]
    [InlineData("hte_count", "30.5", "precision/hte_count", "value-not-whole")]
    public void Looks_at_each_value_by_itself(string series, decimal value, string check, string code) =>
        Check("2023-Q2", With(series, value), FigureBook.Empty).ShouldContain((check, CheckLevel.Error, code));

    [Fact]
    public void Lets_no_count_fall_within_the_year_and_asks_about_an_amount_that_does()
    {
        var past = Past.Of(("rd_inst_new", "2023-Q1", 3m), ("op_revenue", "2023-Q1", 100.01m));
        Check("2023-Q2", Sound, past).ShouldBe(
            [("ytd/op_revenue", CheckLevel.Warning, "ytd-fell"), ("ytd/rd_inst_new", CheckLevel.Error, "ytd-fell")]);
    }

    [Fact]
    public void Starts_the_year_to_date_anew_in_January() =>
        Check("2023-Q1", Sound, Past.Of(("rd_inst_new", "2022-Q4", 9m), ("op_revenue", "2022-Q4", 400m))).ShouldBeEmpty();

    [Fact]
    public void Asks_about_a_stock_that_fell_even_over_the_turn_of_the_year()
    {
        Check("2023-Q1", Sound, Past.Of(("hte_count", "2022-Q4", 31m))).ShouldBe([("stock/hte_count", CheckLevel.Warning, "stock-fell")]);
        Check("2023-Q1", Sound, Past.Of(("hte_count", "2022-Q4", 30m))).ShouldBeEmpty();
    }

    [Fact]
    public void Asks_why_the_year_differs_from_its_fourth_quarter()
    {
        Dictionary<string, decimal> annual = new() { ["op_revenue"] = 400m, ["rd_exp"] = 5m, ["sei_count"] = 1m };
        Check("2023", annual, Past.Of(("op_revenue", "2023-Q4", 398m), ("rd_exp", "2023-Q4", 5m)))
            .ShouldBe([("annual/op_revenue", CheckLevel.Warning, "annual-differs")]);
    }

    [Fact]
    public void Suspects_the_unit_of_an_amount_a_thousand_times_off()
    {
        Check("2023-Q2", With("op_revenue", 100_000m), Past.Of(("op_revenue", "2022-Q4", 100m)))
            .ShouldBe([("unit/op_revenue", CheckLevel.Warning, "unit-suspect")]);
        Check("2023-Q2", With("op_revenue", 99_999.99m), Past.Of(("op_revenue", "2022-Q4", 100m))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("100", "150", false)]
    [InlineData("100", "150.01", true)]
    [InlineData("100", "49.99", true)]
    [InlineData("0", "49.99", false)]
    public void Asks_about_a_jump_on_the_year_before(decimal past, decimal value, bool found) =>
        Check("2023-Q2", With("op_revenue", value), Past.Of(("op_revenue", "2022-Q2", past)))
            .Contains(("jump/op_revenue", CheckLevel.Warning, "year-on-year-jump")).ShouldBe(found);

    [Theory]
    [InlineData(1, 6, false)]
    [InlineData(1, 7, true)]
    public void Passes_over_the_small_movements_of_a_count(decimal past, decimal value, bool found) =>
        Check("2023-Q2", With("hte_count", value), Past.Of(("hte_count", "2022-Q2", past)))
            .Contains(("jump/hte_count", CheckLevel.Warning, "year-on-year-jump")).ShouldBe(found);

    /// <summary>Earlier ratios 1.10 1.11 1.12 1.08 1.09 1.10: median 1.10, MAD 0.01; 3.5 is passed at 112 · (1.10 + 0.01·3.5/0.6745) = 129.0117….</summary>
    [Theory]
    [InlineData("129.01", false)]
    [InlineData("129.02", true)]
    public void Finds_a_movement_unlike_the_zone_s_own_earlier_ones(decimal value, bool found) =>
        Check("2023-Q2", With("op_revenue", value), SteadyGrowth())
            .Contains(("outlier/op_revenue", CheckLevel.Warning, "outlier")).ShouldBe(found);

    [Fact]
    public void Has_no_score_before_there_is_enough_past() =>
        Check("2023-Q2", With("op_revenue", 140m), new FigureBook(SteadyGrowth().All.Where(figure => figure.Period != Period.Parse("2021-Q1"))))
            .ShouldBeEmpty();

    [Fact]
    public void Counts_a_withdrawn_figure_for_nothing()
    {
        var past = new FigureBook(Past.Of(("op_revenue", "2022-Q2", 10m)).All.Select(f => f with { Status = FigureStatus.Withdrawn }));
        Check("2023-Q2", Sound, past).ShouldBeEmpty();
    }

    private static FigureBook SteadyGrowth() => Past.Of(
        ("op_revenue", "2020-Q4", 100m), ("op_revenue", "2021-Q1", 100m), ("op_revenue", "2021-Q2", 100m), ("op_revenue", "2021-Q3", 100m),
        ("op_revenue", "2021-Q4", 110m), ("op_revenue", "2022-Q1", 111m), ("op_revenue", "2022-Q2", 112m), ("op_revenue", "2022-Q3", 108m),
        ("op_revenue", "2022-Q4", 119.90m), ("op_revenue", "2023-Q1", 122.10m));

    private static Dictionary<string, decimal> With(string series, decimal value) => new(Sound) { [series] = value };

    private static Dictionary<string, decimal> Without(string series) => Sound.Where(f => f.Key != series).ToDictionary();

    private static IEnumerable<(string Check, CheckLevel Level, string Code)> Check(
        string period, Dictionary<string, decimal> candidate, FigureBook history) =>
        ReturnChecks.Run(SmallProgramme.Document, "XLHT", Period.Parse(period), candidate, history)
            .Select(finding => (finding.Check, finding.Level, finding.Code));
}
