using Ledger.Domain.Measures;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

namespace Ledger.Domain.Tests.Measures;

/// <summary>The five shapes of a trajectory, at every point of a year.</summary>
public class MeasuringAgainstATrajectory
{
    private static readonly ProgrammeDocument Programme = FiveZones.Programme;

    /// <summary>b = 11, T = 20: a fifth of the way by the end of each year.</summary>
    [Theory]
    [InlineData("2021-Q1", "11.45")]
    [InlineData("2021-Q4", "12.80")]
    [InlineData("2023-Q3", "15.95")]
    [InlineData("2023", "16.40")]
    [InlineData("2025-Q4", "20.00")]
    public void A_share_runs_straight_from_its_baseline(string period, string target) =>
        Read("hte_revenue_share", "XLHT", period).Target.Text(2).ShouldBe(target);

    [Fact]
    public void A_baseline_at_or_above_the_target_is_to_be_kept()
    {
        var above = Programme with { Baselines = [.. Programme.Baselines.Select(b => b is { Zone: "XLHT", Subject: "hte_revenue_share" } ? b with { Value = 24 } : b)] };
        var reading = new Yardstick(above, Autumn2023.Figures).Read("Q02", "XLHT", Period.Parse("2023-Q3"))!;
        reading.Target.Exact.ShouldBe(20);
        reading.Gap.Text(2).ShouldBe("-4.00");
        reading.Progress.Absence.ShouldBe(Absence.NotApplicable(Reasons.BaselineAtTarget), AbsenceComparer.Instance);
    }

    /// <summary>T = 6 over five years, kept exact: 1.2 a year, 0.3 a quarter.</summary>
    [Theory]
    [InlineData("2021-Q1", "0.30")]
    [InlineData("2021-Q4", "1.20")]
    [InlineData("2023-Q3", "3.30")]
    [InlineData("2025", "6.00")]
    public void A_count_runs_straight_from_zero(string period, string target) =>
        Read("svc_inst_new", Zone.League, period).Target.Text(2).ShouldBe(target);

    /// <summary>Every zone's counts of every year so far.</summary>
    [Fact]
    public void A_count_gathers_the_years()
    {
        var yardstick = new Yardstick(Programme, Facts.Book(
            Facts.Of("svc_inst_new", "2021-Q4", 1, 0, 0, 0, 0), Facts.Of("svc_inst_new", "2022-Q4", 0, 1, 0, 0, 0),
            Facts.Of("svc_inst_new", "2022-Q2", 9, 9, 9, 9, 9), Facts.Of("svc_inst_new", "2023-Q3", 0, 0, 1, 0, 0)));
        var reading = yardstick.Read("svc_inst_new", Zone.League, Period.Parse("2023-Q3"))!;
        reading.Value.Exact.ShouldBe(3);
        reading.Attainment.Text(2).ShouldBe("90.91");
        reading.Progress.Text(2).ShouldBe("50.00");
        reading.Lead.Text(2).ShouldBe("-5.00");
        reading.Verdict.ShouldBe(Verdict.Behind);
        yardstick.Read("svc_inst_new", "XLHT", Period.Parse("2023-Q3"))!.Attainment.Text(2).ShouldBe("90.91");
    }

    [Theory]
    [InlineData("2023-Q1", "0.75")]
    [InlineData("2023-Q4", "3.00")]
    [InlineData("2023", "3.00")]
    public void A_count_of_each_year_grows_with_the_quarters(string period, string target)
    {
        var reading = Read("rd_inst_new", Zone.League, period);
        reading.Target.Text(2).ShouldBe(target);
        reading.YearTarget.Exact.ShouldBe(3);
        reading.Progress.Absence!.Kind.ShouldBe(AbsenceKind.NotApplicable);
    }

    /// <summary>b = 50 for the league: 65 by the end of 2021, 84.5 of 2022; a straight line between.</summary>
    [Theory]
    [InlineData("2021-Q1", "53.750")]
    [InlineData("2021-Q4", "65.000")]
    [InlineData("2022-Q2", "74.750")]
    [InlineData("2022", "84.500")]
    [InlineData("2025", "185.647")]
    public void A_growing_stock_runs_straight_between_year_ends(string period, string target) =>
        Read("hte_count_growth", Zone.League, period).Target.Text(3).ShouldBe(target);

    [Fact]
    public void A_growing_stock_is_measured_from_its_baseline()
    {
        var yardstick = new Yardstick(Programme, Facts.Book(Facts.Of("hte_count", "2023-Q4", 38, 20, 18, 9, 9)));
        var reading = yardstick.Read("Q06", "XLHT", Period.Parse("2023"))!;
        reading.Target.Text(2).ShouldBe("43.94");
        reading.Attainment.Text(4).ShouldBe("75.1880");
        reading.YearlyGrowth.Text(2).ShouldBe("23.86");
        reading.Lead.Text(1).ShouldBe("-24.8");
        reading.Progress.Text(2).ShouldBe("33.17");
        reading.YearTarget.Absence!.Kind.ShouldBe(AbsenceKind.NotApplicable);
        yardstick.Read("Q06", "XLHT", Period.Parse("2023-Q4"))!.YearlyGrowth.Text(2).ShouldBe("23.86");
    }

    /// <summary>Within a year the flow is held against the year's target; a whole year against the growth itself.</summary>
    [Fact]
    public void A_growing_flow_is_measured_otherwise_over_a_whole_year()
    {
        var yardstick = new Yardstick(Programme, Facts.Book(Facts.Of("inv_patent_granted", "2023-Q4", 92, 20, 20, 5, 3)));
        yardstick.Read("Q07", "XLHT", Period.Parse("2023-Q4"))!.Attainment.Text(1).ShouldBe("104.7");
        yardstick.Read("Q07", "XLHT", Period.Parse("2023"))!.Attainment.Text(1).ShouldBe("108.6");
        yardstick.Read("Q07", "DLN", Period.Parse("2023"))!.Attainment.Text(1).ShouldBe("-20.9");
    }

    [Fact]
    public void A_growth_on_a_zero_base_has_no_path()
    {
        var none = Programme with { Baselines = [.. Programme.Baselines.Select(b => b is { Zone: "DLN", Subject: "inv_patent_granted" } ? b with { Value = 0 } : b)] };
        var reading = new Yardstick(none, Autumn2023.Figures).Read("Q07", "DLN", Period.Parse("2023-Q3"))!;
        foreach (var part in new[] { reading.Target, reading.YearTarget, reading.Gap, reading.Attainment, reading.Lead })
            part.Absence.ShouldBe(Absence.NoBase(Reasons.ZeroBase), AbsenceComparer.Instance);
        reading.Verdict.ShouldBe(Verdict.Unknown);
    }

    [Fact]
    public void A_step_expects_nothing_before_the_last_year()
    {
        var yardstick = new Yardstick(Programme, Facts.Book(
            Facts.Of("sei_count", "2023", 2, 1, 0, 0, 0), Facts.Of("sei_count", "2025", 2, 1, 0, 0, 0)));
        var early = yardstick.Read("Q01", "SNT", Period.Parse("2023"))!;
        early.Target.Absence.ShouldBe(Absence.NotApplicable(Reasons.NoInterimTarget), AbsenceComparer.Instance);
        early.Verdict.ShouldBe(Verdict.NoTarget);
        yardstick.Read("Q01", "XLHT", Period.Parse("2023"))!.Verdict.ShouldBe(Verdict.Reached);
        yardstick.Read("Q01", "SNT", Period.Parse("2025"))!.Verdict.ShouldBe(Verdict.Behind);
        yardstick.Read("Q01", "BYH", Period.Parse("2025"))!.Verdict.ShouldBe(Verdict.Reached);
    }

    private static Reading Read(string indicator, string zone, string period) =>
        new Yardstick(Programme, FigureBook.Empty).Read(indicator, zone, Period.Parse(period))!;
}

/// <summary>Absences with the same kind, reason and zones are the same.</summary>
internal sealed class AbsenceComparer : IEqualityComparer<Absence?>
{
    public static readonly AbsenceComparer Instance = new();

    public bool Equals(Absence? x, Absence? y) =>
        x is not null && y is not null && (x.Kind, x.Reason) == (y.Kind, y.Reason) && x.Zones.SequenceEqual(y.Zones);

    public int GetHashCode(Absence? obj) => HashCode.Combine(obj?.Kind, obj?.Reason);
}
