using System.Globalization;
using System.Numerics;
using CsCheck;

namespace Ledger.Domain.Tests;

public class TakingRoots
{
    private static readonly Rational HalfAUnit = new(1, 2 * BigInteger.Pow(10, Roots.Places));

    [Fact]
    public void Finds_the_square_root_of_two_to_thirty_places() =>
        Roots.Power(2, new Rational(1, 2)).ShouldBe(new Rational(BigInteger.Parse("1414213562373095048801688724210", CultureInfo.InvariantCulture), BigInteger.Pow(10, 30)));

    [Theory]
    [InlineData(25, 100, 50)]
    [InlineData(100, 100, 100)]
    [InlineData(1, 64, 8)]
    public void Is_exact_where_the_mean_is(int one, int other, int mean) =>
        Roots.WeightedProduct([(one, new(1, 2)), (other, new(1, 2))]).ShouldBe(mean);

    [Fact]
    public void Nothing_makes_the_whole_product_nothing() =>
        Roots.WeightedProduct([(100, new(9, 10)), (0, new(1, 10))]).ShouldBe(0);

    [Fact]
    public void A_power_without_a_value_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Roots.Power(-1, new Rational(1, 2)));
        Should.Throw<ArgumentOutOfRangeException>(() => Roots.Power(0, 0));
    }

    /// <summary>Proved by raising the neighbours half a unit away to the whole power, exactly.</summary>
    [Fact]
    public void Is_the_nearest_number_of_thirty_places() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Int[1, 10_000], Gen.Int[2, 40]).Sample((numerator, denominator, degree) =>
        {
            var value = new Rational(numerator, denominator);
            var root = Roots.Power(value, new Rational(1, degree));
            ((root - HalfAUnit).Power(degree) <= value && value < (root + HalfAUnit).Power(degree)).ShouldBeTrue();
        });

    [Fact]
    public void A_weighted_product_is_the_nearest_number_too() =>
        Gen.Select(Gen.Int[1, 100_0000], Gen.Int[1, 100_0000], Gen.Int[1, 19]).Sample((one, other, part) =>
        {
            var (a, b) = (new Rational(one, 10_000), new Rational(other, 10_000));
            var mean = Roots.WeightedProduct([(a, new(part, 20)), (b, new(20 - part, 20))]);
            var product = a.Power(part) * b.Power(20 - part);
            ((mean - HalfAUnit).Power(20) <= product && product < (mean + HalfAUnit).Power(20)).ShouldBeTrue();
        });
}
