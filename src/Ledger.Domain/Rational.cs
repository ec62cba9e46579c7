using System.Globalization;
using System.Numerics;

namespace Ledger.Domain;

/// <summary>An exact fraction in lowest terms, denominator positive. All measuring and scoring is done in it.</summary>
/// <remarks>Nothing is lost before the one rounding at the end, which is half-up (away from zero at the half).</remarks>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger denominatorLessOne;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException("A fraction's denominator is not zero.");
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        denominatorLessOne = (denominator / divisor) - 1;
    }

    public static Rational Zero { get; }

    public static Rational One { get; } = new(1, 1);

    public BigInteger Numerator { get; }

    // Stored less one, so that default(Rational) is the number zero and not 0/0.
    public BigInteger Denominator => denominatorLessOne + 1;

    public int Sign => Numerator.Sign;

    public bool IsZero => Numerator.IsZero;

    public static implicit operator Rational(int value) => new(value, 1);

    public static implicit operator Rational(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        // The three words are bits, not numbers: the sign bit of an int is one of them.
        var (high, middle, low) = unchecked(((uint)parts[2], (uint)parts[1], (uint)parts[0]));
        var digits = ((BigInteger)high << 64) | ((BigInteger)middle << 32) | low;
        return new Rational(value < 0 ? -digits : digits, BigInteger.Pow(10, (parts[3] >> 16) & 0xFF));
    }

    public static Rational operator +(Rational a, Rational b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator -(Rational a) => new(-a.Numerator, a.Denominator);

    public static Rational operator *(Rational a, Rational b) =>
        new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <exception cref="DivideByZeroException">The divisor is zero; ask <see cref="IsZero"/> first.</exception>
    public static Rational operator /(Rational a, Rational b) =>
        new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public static Rational Min(Rational a, Rational b) => a <= b ? a : b;

    public static Rational Max(Rational a, Rational b) => a >= b ? a : b;

    /// <param name="exponent">Not negative.</param>
    public Rational Power(int exponent) =>
        new(BigInteger.Pow(Numerator, exponent), BigInteger.Pow(Denominator, exponent));

    /// <summary>Rounds half-up: 86.645 → 86.65, −0.5 → −1. The result keeps its scale: one half to 2 places is 0.50.</summary>
    /// <param name="places">0 to 12 decimal places.</param>
    /// <exception cref="OverflowException">The value does not fit a decimal at this scale.</exception>
    public decimal Round(int places)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, 12);
        var scaled = BigInteger.Abs(Numerator) * BigInteger.Pow(10, places);
        var rounded = ((2 * scaled) + Denominator) / (2 * Denominator);
        if (rounded > MaxDecimalDigits)
            throw new OverflowException($"{this} does not fit a decimal with {places} places.");
        var (low, middle, high) = unchecked(((int)Word(rounded, 0), (int)Word(rounded, 32), (int)Word(rounded, 64)));
        return new decimal(low, middle, high, Sign < 0 && !rounded.IsZero, (byte)places);
    }

    private static uint Word(BigInteger digits, int shift) => (uint)((digits >> shift) & uint.MaxValue);

    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public int CompareTo(Rational other) =>
        (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The fraction itself, such as <c>41/40</c>, or a whole number without a stroke.</summary>
    public override string ToString() => Denominator.IsOne
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static readonly BigInteger MaxDecimalDigits = (BigInteger.One << 96) - 1;
}
