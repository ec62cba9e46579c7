using Ledger.Api.Measures.Pages;

namespace Ledger.Api.Tests.Web;

public sealed class ScalingADrawing
{
    [Theory]
    [InlineData("8.10 12.33 20", "0 5 10 15 20")]
    [InlineData("0.4 0.9", "0 0.5 1.0")]
    [InlineData("-29.5 16", "-40 -20 0 20")]
    [InlineData("0", "0 0.5 1.0")]
    [InlineData("3 130 167", "0 50 100 150 200")]
    public void It_begins_at_nought_and_ends_at_a_round_number_above_every_value(string values, string ticks) =>
        ChartScale.Over(Read(values))!.Ticks.ShouldBe(Read(ticks));

    [Fact]
    public void Heights_are_in_proportion()
    {
        var scale = ChartScale.Over([0, 20])!;
        scale.Of(0).ShouldBe(0);
        scale.Of(5).ShouldBe(0.25m);
        scale.Of(20).ShouldBe(1);
    }

    [Fact]
    public void Nothing_has_no_scale() => ChartScale.Over([]).ShouldBeNull();

    private static decimal[] Read(string numbers) =>
        [.. numbers.Split(' ').Select(number => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
}
