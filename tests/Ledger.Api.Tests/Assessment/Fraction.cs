using System.Globalization;
using System.Numerics;

namespace Ledger.Api.Tests.Assessment;

/// <summary>An exact fraction in lowest terms, of the outsider's own making.</summary>
internal readonly record struct Fraction : IComparable<Fraction>
{
    private Fraction(BigInteger top, BigInteger bottom)
    {
        var common = BigInteger.GreatestCommonDivisor(top, bottom) * bottom.Sign;
        (Top, Bottom) = (top / common, bottom / common);
    }

    public BigInteger Top { get; }

    public BigInteger Bottom { get; }

    public static implicit operator Fraction(int whole) => new(whole, 1);

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Top * b.Bottom) + (b.Top * a.Bottom), a.Bottom * b.Bottom);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.Top * b.Bottom) - (b.Top * a.Bottom), a.Bottom * b.Bottom);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Top * b.Top, a.Bottom * b.Bottom);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Top * b.Bottom, a.Bottom * b.Top);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    /// <param name="text">Such as <c>41/40</c>, <c>"41/40"</c>, <c>0.50</c> or <c>-3</c>.</param>
    public static Fraction Parse(string text)
    {
        var parts = text.Trim('"').Split('/', '.');
        var digits = BigInteger.Parse(text.Contains('.') ? parts[0] + parts[1] : parts[0], CultureInfo.InvariantCulture);
        var bottom = text.Contains('/') ? BigInteger.Parse(parts[1], CultureInfo.InvariantCulture)
            : text.Contains('.') ? BigInteger.Pow(10, parts[1].Length) : 1;
        return new(digits, bottom);
    }

    /// <summary>Half-up, for numbers not below zero.</summary>
    public Fraction Round(int places) => new(((2 * Top * BigInteger.Pow(10, places)) + Bottom) / (2 * Bottom), BigInteger.Pow(10, places));

    public static Fraction Min(Fraction a, Fraction b) => a < b ? a : b;

    public static Fraction Max(Fraction a, Fraction b) => a < b ? b : a;

    public Fraction Power(int times) => new(BigInteger.Pow(Top, times), BigInteger.Pow(Bottom, times));

    public int CompareTo(Fraction other) => (Top * other.Bottom).CompareTo(other.Top * Bottom);

    public override string ToString() => Bottom.IsOne ? $"{Top}" : $"{Top}/{Bottom}";
}
