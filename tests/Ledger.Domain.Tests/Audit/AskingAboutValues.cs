using System.Globalization;
using Ledger.Domain.Audit.Findings;

namespace Ledger.Domain.Tests.Audit;

public class AskingAboutValues
{
    // XLHT's share is to be 11 + (20 − 11)·2.75/5 = 15.95 % at the third quarter of 2023.
    [Theory]
    [InlineData("15.95", 1)]
    [InlineData("15.96", 0)]
    [InlineData("15.94", 0)]
    public void A_share_is_on_the_edge_where_the_last_place_of_its_numerator_decides(string highTech, int asked) =>
        Told(Number(highTech)).Count.ShouldBe(asked);

    [Fact]
    public void It_says_how_much_the_step_is_and_which_figure_it_is_about()
    {
        var asked = Told(15.95m).ShouldHaveSingleItem();
        asked.Measures.ShouldBe([new("value", 15.95m), new("target", 15.95m), new("step", 0.01m)]);
        asked.Figures.ShouldBe([new("XLHT", "hte_revenue", Period.Parse("2023-Q3"), 15.95m)]);
        asked.Positions.ShouldBe([new(1, 1)]);
    }

    [Fact]
    public void More_steps_ask_about_more()
    {
        var story = AuditStory.Empty.Accepted("XLHT", "2023-Q3", ("op_revenue", 100.00m), ("hte_revenue", 15.99m));
        (story with { Programme = story.Programme with { Findings = story.Programme.Findings with { EdgeSteps = 5 } } })
            .Asks(FindingKind.OnTheEdge).ShouldHaveSingleItem();
    }

    // XLHT's certificates are to grow from 20 by 30 % a year: 26 at the end of 2021, 33.8 at the end of 2022.
    [Theory]
    [InlineData("2021-Q4", 26, 1)]
    [InlineData("2021-Q4", 27, 0)]
    [InlineData("2022-Q4", 34, 0)]
    public void A_count_is_asked_about_where_it_meets_its_target_exactly(string period, int value, int asked) =>
        AuditStory.Empty.Accepted("XLHT", period, ("hte_count", value)).Asks(FindingKind.OnTheEdge).Count.ShouldBe(asked);

    [Fact]
    public void A_small_count_has_little_choice_and_is_not_asked_about() =>
        AuditStory.Empty.Accepted("XLHT", "2023-Q4", ("rd_inst_new", 1)).Asks(FindingKind.OnTheEdge).ShouldBeEmpty();

    [Fact]
    public void Pearsons_chi_square_of_the_digits_is_exact()
    {
        LastDigits.ChiSquare([10, 10, 10, 10, 10, 10, 10, 10, 10, 10]).ShouldBe(Rational.Zero);

        // By hand: n = 100, two counts are off by six: (36 + 36) ÷ 10.
        LastDigits.ChiSquare([16, 4, 10, 10, 10, 10, 10, 10, 10, 10]).ShouldBe(new Rational(36, 5));
    }

    [Fact]
    public void Digits_are_asked_about_beyond_the_critical_value_and_not_with_too_few_amounts()
    {
        Digits(quarters: 17, digit: index => index % 10).ShouldBeEmpty();
        Digits(quarters: 12, digit: _ => 5).ShouldBeEmpty();
        var asked = Digits(quarters: 17, digit: index => index % 3 == 0 ? 5 : index % 10).ShouldHaveSingleItem();
        asked.Zone.ShouldBe("XLHT");
        asked.Measures.ShouldContain(new FindingMeasure("values", 51));
        asked.Measures.Single(measure => measure.Name == "digit-5").Value.ShouldBeGreaterThan(15);
    }

    [Theory]
    [InlineData("101.30", 1)]
    [InlineData("101.31", 0)]
    public void Three_equal_amounts_in_a_row_of_years_are_asked_about(string last, int asked) =>
        AuditStory.Empty.Accepted("XLHT", "2021-Q2", ("op_revenue", 101.30m), ("rd_inst_new", 7))
            .Accepted("XLHT", "2022-Q2", ("op_revenue", 101.30m), ("rd_inst_new", 7))
            .Accepted("XLHT", "2023-Q2", ("op_revenue", Number(last)), ("rd_inst_new", 7))
            .Asks(FindingKind.EqualValues).Count.ShouldBe(asked);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static IReadOnlyList<AuditFinding> Told(decimal highTech) =>
        AuditStory.Empty.Accepted("XLHT", "2023-Q3", ("op_revenue", 100.00m), ("hte_revenue", highTech)).Asks(FindingKind.OnTheEdge);

    private static IReadOnlyList<AuditFinding> Digits(int quarters, Func<int, int> digit)
    {
        var story = Enumerable.Range(0, quarters).Aggregate(AuditStory.Empty, (told, index) => told.Accepted(
            "XLHT", $"{2021 + (index / 4)}-Q{1 + (index % 4)}",
            ("op_revenue", Amount(3 * index)), ("hte_revenue", Amount((3 * index) + 1)), ("rd_exp", Amount((3 * index) + 2))));
        return story.Asks(FindingKind.RepeatedDigits);

        decimal Amount(int index) => 20 + (index * 0.1m) + (digit(index) * 0.01m);
    }
}
