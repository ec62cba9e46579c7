namespace Ledger.Domain.Transparency;

/// <summary>The beginning of a hash as a person compares it on paper: 16 hexadecimal digits in groups of four.</summary>
/// <remarks>It tells two roots apart at a glance; it proves nothing that the whole root does not.</remarks>
public static class Fingerprint
{
    private const int Digits = 16;
    private const int Group = 4;

    public static string Of(ReadOnlySpan<byte> hash)
    {
        var digits = Convert.ToHexStringLower(hash)[..Digits];
        return string.Join(' ', digits.Chunk(Group).Select(group => new string(group)));
    }
}
