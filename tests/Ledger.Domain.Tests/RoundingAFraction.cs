using CsCheck;

namespace Ledger.Domain.Tests;

public class RoundingAFraction
{
    [Fact]
    public void Goes_half_up()
    {
        Rational half = 86.645m;
        (half.Round(2), new Rational(1199990, 20000).Round(2), (-half).Round(2)).ShouldBe((86.65m, 60.00m, -86.65m));
    }

    [Theory]
    [InlineData("2147483648")]
    [InlineData("4294967295")]
    [InlineData("22.6098000000")]
    [InlineData("9223372036854775808")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    public void Keeps_a_decimal_whose_words_use_their_highest_bit(string text)
    {
        var value = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        ((Rational)value).Round(text.Contains('.', StringComparison.Ordinal) ? 10 : 0).ShouldBe(value);
    }

    [Fact]
    public void Keeps_every_decimal_of_up_to_twelve_places() =>
        Gen.Select(Gen.Long, Gen.Int[0, 12]).Sample((digits, places) =>
        {
            var value = new decimal(unchecked((int)digits), unchecked((int)(digits >> 32)), 0, digits < 0, (byte)places);
            ((Rational)value).Round(places).ShouldBe(value);
        });
}
