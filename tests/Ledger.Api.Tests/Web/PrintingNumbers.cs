using Ledger.Api.Web;

namespace Ledger.Api.Tests.Web;

public sealed class PrintingNumbers
{
    [Theory]
    [InlineData("1234.5", 2, "1,234.50")]
    [InlineData("2.5", 0, "3")]
    [InlineData("-2.345", 2, "−2.35")]
    [InlineData("0.004", 2, "0.00")]
    [InlineData("-0.004", 2, "0.00")]
    [InlineData("102.050", null, "102.05")]
    public void Thousands_stand_apart_and_half_goes_up(string value, int? places, string printed) =>
        Numbers.Print(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), places).ShouldBe(printed);

    [Theory]
    [InlineData("0.05", "+0.05")]
    [InlineData("0.004", "0.00")]
    [InlineData("-2.72", "−2.72")]
    public void A_difference_bears_its_sign(string value, string printed) =>
        Numbers.PrintSigned(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), 2).ShouldBe(printed);
}
