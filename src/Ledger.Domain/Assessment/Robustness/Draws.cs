namespace Ledger.Domain.Assessment.Robustness;

/// <summary>A stream of even draws that a seed fixes for ever, on every machine: SplitMix64 (Steele, Lea and Flood 2014).</summary>
/// <remarks>Not for secrets.</remarks>
internal sealed class Draws(long seed)
{
    private ulong state = unchecked((ulong)seed);

    /// <summary>Evenly from 0 up to and including the bound.</summary>
    /// <param name="bound">Not negative; the bias of the remainder is below 2⁻⁴⁰ for bounds up to a million.</param>
    public long UpTo(long bound) => unchecked((long)(Next() % (ulong)(bound + 1)));

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
