using Ledger.Api.Programme;
using Ledger.Api.Reporting.Pages;
using Ledger.Domain;
using Ledger.Domain.Programme;

namespace Ledger.Api.Tests.Reporting;

public class PastingAColumn
{
    private static readonly IReadOnlyList<Series> Form = Plan.Document.DueSeries(Period.OfQuarter(2023, 3));

    [Fact]
    public void Takes_values_in_the_order_of_the_form() =>
        Taken(PastedColumn.Read("156.20\r\n24.99\r\n1,041.50\r\n", Form)).ShouldBe(
        [
            ("op_revenue", 156.20m), ("hte_revenue", 24.99m), ("gross_ind_output", 1041.50m),
        ]);

    [Fact]
    public void Passes_over_a_series_whose_cell_is_empty() =>
        Taken(PastedColumn.Read("156.20\n\n99.5\n—\n7", Form)).ShouldBe(
        [
            ("op_revenue", 156.20m), ("gross_ind_output", 99.5m), ("rd_exp", 7m),
        ]);

    [Fact]
    public void Starts_where_it_was_pasted() =>
        Taken(PastedColumn.Read("3\n12", Form, "rd_inst_new")).ShouldBe([("rd_inst_new", 3m), ("hte_count", 12m)]);

    [Theory]
    [InlineData("S08\t12")]
    [InlineData("hte_count\t12")]
    [InlineData("有效期內高新技術企業數\t12")]
    [InlineData("有效期内高新技术企业数（家）\t12")]
    [InlineData("S08\t有效期內高新技術企業數\t家\t12\t")]
    [InlineData("S08 12")]
    [InlineData("Enterprises with a valid high-tech certificate\t12")]
    public void Knows_a_series_by_number_code_or_name(string line) =>
        Taken(PastedColumn.Read(line, Form)).ShouldBe([("hte_count", 12m)]);

    [Fact]
    public void Takes_the_last_of_several_numbers() =>
        Taken(PastedColumn.Read("S01\t148.76\t101.30\t156.20", Form)).ShouldBe([("op_revenue", 156.20m)]);

    [Fact]
    public void Says_why_a_line_is_not_taken() =>
        PastedColumn.Read("指標\t數值\nS01\t一百\nS02\t9\nS02\t10\nS03\t", Form).Select(line => line.Trouble).ShouldBe(
        [
            PasteTrouble.SeriesUnknown, PasteTrouble.NotANumber, null, PasteTrouble.Repeated, PasteTrouble.Empty,
        ]);

    [Fact]
    public void Leaves_over_what_is_longer_than_the_form() =>
        PastedColumn.Read("1\n2", Form, Form[^1].Code).Select(line => line.Trouble).ShouldBe([null, PasteTrouble.LeftOver]);

    private static IEnumerable<(string Series, decimal Value)> Taken(IEnumerable<PastedLine> lines) =>
        lines.Where(line => line.Trouble is null).Select(line => (line.Series!, line.Value!.Value));
}
