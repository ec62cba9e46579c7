using Ledger.Domain.Measures;
using Ledger.Domain.Programme;

namespace Ledger.Domain.Tests.Measures;

/// <summary>Every number of the worked notice for 2023-Q3, before and after its one rounding.</summary>
public class MeasuringTheWorkedQuarter
{
    private static readonly Period Quarter = Period.Parse("2023-Q3");
    private static readonly Yardstick Yardstick = Autumn2023.Yardstick;

    [Theory]
    [InlineData("BYH", "12.500000", "12.5")]
    [InlineData("CJCY", "12.520000", "12.5")]
    [InlineData("DLN", "9.005629", "9.0")]
    [InlineData("XLHT", "5.001344", "5.0")]
    [InlineData("SNT", "-2.941176", "-2.9")]
    [InlineData("LEAGUE", "7.512430", "7.5")]
    public void Revenue_grows(string zone, string exact, string printed)
    {
        var growth = Yardstick.ReadSeries("op_revenue", zone, Quarter)!.Growth;
        growth.Exact!.Value.Round(6).ShouldBe(Printing.Number(exact));
        growth.Text(1).ShouldBe(printed);
    }

    [Theory]
    [InlineData("XLHT", "16.00", "15.95", "0.05", "55.54")]
    [InlineData("CJCY", "12.00", "14.15", "-2.15", "38.45")]
    [InlineData("DLN", "10.00", "13.25", "-3.25", "33.33")]
    [InlineData("BYH", "10.00", "13.70", "-3.70", "28.57")]
    [InlineData("SNT", "6.00", "12.35", "-6.35", "17.65")]
    [InlineData("LEAGUE", "12.33", "15.05", "-2.72", "30.28")]
    public void The_share_stands_against_its_trajectory(string zone, string share, string target, string gap, string progress)
    {
        var reading = Yardstick.Read("hte_revenue_share", zone, Quarter)!;
        reading.Value.Text(2).ShouldBe(share);
        reading.Target.Text(2).ShouldBe(target);
        reading.Gap.Text(2).ShouldBe(gap);
        reading.Progress.Text(2).ShouldBe(progress);
        reading.Verdict.ShouldBe(zone == "XLHT" ? Verdict.OnTrack : Verdict.Behind);
    }

    [Fact]
    public void The_leagues_share_is_the_ratio_of_sums_and_not_the_mean_of_ratios()
    {
        var share = Yardstick.Read("Q02", Zone.League, Quarter)!.Value;
        share.Exact.ShouldBe(100 * (Rational)48.53m / 393.56m);
        share.Exact!.Value.Round(6).ShouldBe(12.331030m);
        share.Exact.Value.Round(2).ShouldNotBe(10.80m);
    }

    [Theory]
    [InlineData("CJCY", "20.0", "26.364", "91.0", "16.0")]
    [InlineData("BYH", "20.0", "21.970", "81.9", "6.9")]
    [InlineData("XLHT", "10.9", "87.880", "80.8", "5.8")]
    [InlineData("SNT", "-33.3", "4.394", "45.5", "-29.5")]
    [InlineData("DLN", null, "8.788", "34.1", "-40.9")]
    [InlineData("LEAGUE", "15.7", "149.396", "79.0", "4.0")]
    public void Patents_complete_part_of_the_years_target(string zone, string? growth, string target, string completion, string lead)
    {
        Yardstick.ReadSeries("inv_patent_granted", zone, Quarter)!.Growth.Text(1).ShouldBe(growth);
        var reading = Yardstick.Read("inv_patent_growth", zone, Quarter)!;
        reading.YearTarget.Text(3).ShouldBe(target);
        reading.Attainment.Text(1).ShouldBe(completion);
        reading.Lead.Text(1).ShouldBe(lead);
    }

    [Fact]
    public void The_years_target_is_not_rounded_on_the_way() =>
        Yardstick.Read("inv_patent_growth", Zone.League, Quarter)!.YearTarget.Exact.ShouldBe((Rational)68 * 2.197m);

    [Fact]
    public void New_institutions_are_counted_against_the_year_and_the_time_elapsed()
    {
        var reading = Yardstick.Read("rd_inst_new", Zone.League, Quarter)!;
        reading.Value.Text(0).ShouldBe("2");
        reading.YearTarget.Text(0).ShouldBe("3");
        reading.Target.Text(2).ShouldBe("2.25");
        reading.Attainment.Text(2).ShouldBe("66.67");
        reading.Lead.Text(2).ShouldBe("-8.33");
    }

    [Fact]
    public void Time_elapsed_is_months_of_twelve() => Yardstick.TimeProgress(Quarter).Exact.ShouldBe(75);

    /// <summary>Before the correction of the half-year's revenue, and after it.</summary>
    [Theory]
    [InlineData("101.30", "5.5", "54.90", "4.1")]
    [InlineData("102.05", "6.3", "54.15", "2.6")]
    public void A_corrected_half_year_moves_its_growth_and_the_third_quarter_alone(string half, string growth, string alone, string aloneGrowth)
    {
        var yardstick = Yardstick.With([Facts.One("XLHT", "op_revenue", "2023-Q2", Printing.Number(half))]);
        yardstick.ReadSeries("op_revenue", "XLHT", Period.Parse("2023-Q2"))!.Growth.Text(1).ShouldBe(growth);
        var reading = yardstick.ReadSeries("op_revenue", "XLHT", Quarter)!;
        reading.Quarter.Text(2).ShouldBe(alone);
        reading.QuarterYearBefore.Text(2).ShouldBe("52.76");
        reading.QuarterGrowth.Text(1).ShouldBe(aloneGrowth);
    }
}
