using System.Numerics;

namespace Ledger.Domain;

/// <summary>Powers with a fraction as exponent, to thirty decimal places, without binary floating point.</summary>
/// <remarks>
/// xʸ = exp(y·ln x) on whole numbers scaled by 2²²⁴ (67 decimal digits). ln: a power of two is split off, the rest m
/// lies in [2/3, 4/3], and ln m = 2·artanh((m−1)/(m+1)) by its series. exp: a multiple of ln 2 is split off, the rest
/// is divided by 2⁸, taken through the Taylor series and squared eight times. Every step errs by less than one unit of
/// the scale and fewer than a thousand steps are made, so what comes out is the true value rounded half-up at the
/// thirtieth place, unless that value lies within 10⁻⁵⁰ of the middle between two neighbours. A true value of up to
/// thirty places, such as √(25·100) = 50, comes out exactly; thus a later rounding to at most twelve places is never
/// led astray at a half.
/// </remarks>
public static class Roots
{
    public const int Places = 30;

    private const int Bits = 224;
    private const int Halvings = 8;

    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger LnTwo = 2 * AreaTangent(One / 3);
    private static readonly BigInteger Scale = BigInteger.Pow(10, Places);

    /// <param name="value">Not negative. Zero to a positive power is zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or zero with an exponent of zero or less.</exception>
    public static Rational Power(Rational value, Rational exponent) => WeightedProduct([(value, exponent)]);

    /// <summary>Each value to the power of its weight, multiplied; with weights that sum to one the geometric mean.</summary>
    /// <param name="parts">No value negative.</param>
    public static Rational WeightedProduct(IReadOnlyCollection<(Rational Value, Rational Weight)> parts)
    {
        var logarithm = BigInteger.Zero;
        foreach (var (value, weight) in parts)
        {
            if (value.Sign < 0 || (value.IsZero && weight.Sign <= 0))
                throw new ArgumentOutOfRangeException(nameof(parts), $"{value} to the power of {weight} has no value.");
            if (value.IsZero)
                return Rational.Zero;
            logarithm += Log(value) * weight.Numerator / weight.Denominator;
        }

        return Exp(logarithm);
    }

    private static BigInteger Log(Rational value)
    {
        var (numerator, denominator) = (value.Numerator, value.Denominator);
        var twos = (int)(numerator.GetBitLength() - denominator.GetBitLength());
        if (twos > 0)
            denominator <<= twos;
        else
            numerator <<= -twos;
        if (3 * numerator > 4 * denominator)
        {
            denominator <<= 1;
            twos++;
        }
        else if (3 * numerator < 2 * denominator)
        {
            numerator <<= 1;
            twos--;
        }

        return (twos * LnTwo) + (2 * AreaTangent(((numerator - denominator) << Bits) / (numerator + denominator)));
    }

    /// <summary>artanh t = t + t³/3 + t⁵/5 + …, for |t| at most a third.</summary>
    private static BigInteger AreaTangent(BigInteger t)
    {
        var square = (t * t) >> Bits;
        var (sum, power) = (BigInteger.Zero, t);
        for (var odd = 1; !power.IsZero; odd += 2)
        {
            sum += power / odd;
            power = power * square / One;
        }

        return sum;
    }

    private static Rational Exp(BigInteger logarithm)
    {
        var twos = (int)BigInteger.Divide((2 * logarithm) + (logarithm.Sign * LnTwo), 2 * LnTwo);
        var rest = (logarithm - (twos * LnTwo)) / (1 << Halvings);
        var (sum, term) = (One, One);
        for (var step = 1; !term.IsZero; step++)
        {
            term = term * rest / One / step;
            sum += term;
        }

        for (var halving = 0; halving < Halvings; halving++)
            sum = (sum * sum) >> Bits;

        // sum · 2^(twos − Bits), rounded half-up at the last place.
        var shift = Bits - twos;
        var scaled = sum * Scale;
        var rounded = shift > 0 ? (scaled + (BigInteger.One << (shift - 1))) >> shift : scaled << -shift;
        return new Rational(rounded, Scale);
    }
}
