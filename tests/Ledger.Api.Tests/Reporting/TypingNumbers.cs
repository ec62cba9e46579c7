using Ledger.Api.Reporting.Pages;

namespace Ledger.Api.Tests.Reporting;

public class TypingNumbers
{
    [Theory]
    [InlineData("156.20", "156.20")]
    [InlineData(" 1,234,567.8 ", "1234567.8")]
    [InlineData("１５６．２０", "156.20")]
    [InlineData("１，２３４", "1234")]
    [InlineData("101。3", "101.3")]
    [InlineData("12 345", "12345")]
    [InlineData("−3", "-3")]
    [InlineData("+0", "0")]
    public void Reads_what_is_meant(string text, string number) =>
        TypedNumber.Read(text).ShouldBe(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("—")]
    [InlineData("1,5")]
    [InlineData("12,34,567")]
    [InlineData("156.20億元")]
    [InlineData("1.2.3")]
    [InlineData("1e5")]
    [InlineData(".5.")]
    [InlineData("0.0000000000000000000000000000001")]
    public void Guesses_at_nothing(string text) => TypedNumber.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("３", 3)]
    [InlineData("1,200", 1200)]
    [InlineData("2.0", 2)]
    [InlineData("2.5", null)]
    [InlineData("2147483648", null)]
    [InlineData("三", null)]
    public void Reads_a_count_where_it_is_whole(string text, int? count) => TypedNumber.ReadWhole(text).ShouldBe(count);

    [Fact]
    public void Keeps_the_places_that_were_typed() => TypedNumber.Read("101.30")!.Value.Scale.ShouldBe((byte)2);
}
