using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Tests.Measures;

/// <summary>Missing, without a base, not applicable: three different things, and never zero.</summary>
public class MeasuringWithoutAValue
{
    private static readonly Period Quarter = Period.Parse("2023-Q3");

    [Fact]
    public void A_figure_that_is_due_and_not_there_is_missing() =>
        Absent(Empty.ReadSeries("op_revenue", "SNT", Quarter)!.Value, AbsenceKind.Missing, Reasons.Missing, "SNT");

    [Fact]
    public void A_figure_that_is_not_accepted_is_missing()
    {
        var reported = new FigureBook([Facts.One("SNT", "op_revenue", "2023-Q3", 33m) with { Status = FigureStatus.Reported }]);
        Absent(new Yardstick(FiveZones.Programme, reported).ReadSeries("op_revenue", "SNT", Quarter)!.Value, AbsenceKind.Missing, Reasons.Missing, "SNT");
    }

    [Fact]
    public void A_figure_under_correction_still_counts()
    {
        var asked = new FigureBook([Facts.One("SNT", "op_revenue", "2023-Q3", 33m) with { Status = FigureStatus.CorrectionRequested }]);
        new Yardstick(FiveZones.Programme, asked).ReadSeries("op_revenue", "SNT", Quarter)!.Value.Exact.ShouldBe(33);
    }

    /// <summary>Not silently a sum of those that are there.</summary>
    [Fact]
    public void A_total_says_which_zones_it_lacks()
    {
        var yardstick = Lacking("SNT", "DLN");
        Absent(yardstick.ReadSeries("op_revenue", Zone.League, Quarter)!.Value, AbsenceKind.Missing, Reasons.Missing, "SNT", "DLN");
        Absent(yardstick.ReadSeries("op_revenue", Zone.League, Quarter)!.Growth, AbsenceKind.Missing, Reasons.Missing, "SNT", "DLN");
        var reading = yardstick.Read("Q02", Zone.League, Quarter)!;
        Absent(reading.Value, AbsenceKind.Missing, Reasons.Missing, "SNT", "DLN");
        Absent(reading.Gap, AbsenceKind.Missing, Reasons.Missing, "SNT", "DLN");
        reading.Target.Text(2).ShouldBe("15.05");
        reading.Verdict.ShouldBe(Verdict.Unknown);
    }

    [Fact]
    public void Those_who_are_there_are_measured_all_the_same() =>
        Lacking("SNT").ReadSeries("op_revenue", "BYH", Quarter)!.Growth.Text(1).ShouldBe("12.5");

    [Theory]
    [InlineData("0", Reasons.ZeroBase)]
    [InlineData("-3", Reasons.NegativeBase)]
    public void Growth_needs_a_base_above_zero(string @base, string reason)
    {
        var yardstick = Autumn2023.Yardstick.With([Facts.One("BYH", "op_revenue", "2022-Q3", Printing.Number(@base))]);
        Absent(yardstick.ReadSeries("op_revenue", "BYH", Quarter)!.Growth, AbsenceKind.NoBase, reason);
        yardstick.ReadSeries("op_revenue", "BYH", Quarter)!.YearBefore.Exact.ShouldBe(Printing.Number(@base));
    }

    [Fact]
    public void A_share_of_nothing_does_not_exist() => Absent(
        Autumn2023.Yardstick.With([Facts.One("BYH", "op_revenue", "2023-Q3", 0)]).Read("Q02", "BYH", Quarter)!.Value,
        AbsenceKind.NotApplicable, Reasons.ZeroDenominator);

    [Fact]
    public void A_zone_without_a_part_in_the_target_has_no_attainment()
    {
        var reading = Autumn2023.Yardstick.Read("rd_inst_new", "SNT", Quarter)!;
        reading.Value.Exact.ShouldBe(0);
        foreach (var part in new[] { reading.Target, reading.YearTarget, reading.Gap, reading.Attainment, reading.Lead })
            Absent(part, AbsenceKind.NotApplicable, Reasons.NoTarget);
        reading.Verdict.ShouldBe(Verdict.NoTarget);
    }

    [Fact]
    public void A_baseline_that_was_not_entered_is_missing()
    {
        var without = FiveZones.Programme with { Baselines = [.. FiveZones.Programme.Baselines.Where(baseline => baseline.Zone != "DLN")] };
        var yardstick = new Yardstick(without, Autumn2023.Figures);
        Absent(yardstick.Read("Q02", "DLN", Quarter)!.Target, AbsenceKind.Missing, Reasons.BaselineMissing, "DLN");
        Absent(yardstick.Read("Q07", Zone.League, Quarter)!.YearTarget, AbsenceKind.Missing, Reasons.BaselineMissing, "DLN");
        yardstick.Read("Q02", Zone.League, Quarter)!.Target.Text(2).ShouldBe("15.05");
    }

    [Fact]
    public void Before_the_programme_there_is_nothing_to_compare_with() => Absent(
        new Yardstick(FiveZones.Programme, Facts.Book(Facts.Of("op_revenue", "2021-Q3", 1, 1, 1, 1, 1)))
            .ReadSeries("op_revenue", Zone.League, Period.Parse("2021-Q3"))!.Growth,
        AbsenceKind.NotApplicable, Reasons.BeforeProgramme, "XLHT", "BYH", "CJCY", "SNT", "DLN");

    [Fact]
    public void What_a_zone_need_not_report_is_not_missing() =>
        Absent(Empty.ReadSeries("grp", "XLHT", Quarter)!.Value, AbsenceKind.NotApplicable, Reasons.NotDue);

    [Fact]
    public void A_quarters_value_of_what_is_settled_yearly_is_preliminary()
    {
        var yardstick = new Yardstick(FiveZones.Programme, Facts.Book(Facts.Of("grp", "2023-Q3", 100, 80, 60, 30, 40)));
        yardstick.ReadSeries("grp", "XLHT", Quarter)!.Value.Note.ShouldBe(Notes.Preliminary);
        yardstick.ReadSeries("grp", Zone.League, Quarter)!.Value.Note.ShouldBe(Notes.Preliminary);
    }

    [Fact]
    public void What_is_settled_yearly_shows_the_year_before_in_a_quarter()
    {
        var yardstick = new Yardstick(FiveZones.Programme, Facts.Book(
            Facts.Of("rd_exp", "2022", 2, 1, 1, 0.5m, 0.5m), Facts.Of("grp", "2022", 140, 80, 60, 40, 50), Facts.Of("grp", "2023-Q3", 100, 80, 60, 30, 40)));
        var reading = yardstick.Read("rd_intensity", Zone.League, Quarter)!;
        (reading.Period, reading.Settled).ShouldBe((Quarter, Period.Parse("2022")));
        reading.Value.Text(2).ShouldBe("1.35");
        reading.Target.Text(2).ShouldBe("1.40");
        var first = yardstick.Read("rd_intensity", Zone.League, Period.Parse("2021-Q3"))!;
        Absent(first.Value, AbsenceKind.NotApplicable, Reasons.AnnualOnly);
        first.Verdict.ShouldBe(Verdict.Unknown);
    }

    [Fact]
    public void Stocks_and_years_have_no_single_quarter()
    {
        Absent(Empty.ReadSeries("hte_count", "XLHT", Quarter)!.Quarter, AbsenceKind.NotApplicable, Reasons.NotApplicable);
        Absent(Empty.ReadSeries("op_revenue", "XLHT", Period.Parse("2023"))!.Quarter, AbsenceKind.NotApplicable, Reasons.NotApplicable);
    }

    private static Yardstick Empty => new(FiveZones.Programme, FigureBook.Empty);

    private static Yardstick Lacking(params string[] zones) =>
        new(FiveZones.Programme, new(Autumn2023.Figures.All.Where(figure => figure.Period != Quarter || !zones.Contains(figure.Zone))));

    private static void Absent(Derivation derivation, AbsenceKind kind, string reason, params string[] zones)
    {
        derivation.Exact.ShouldBeNull();
        derivation.Printed(2).Rounding.ShouldBeNull();
        derivation.Absence.ShouldBe(new Absence(kind, reason, zones), AbsenceComparer.Instance);
    }
}
