using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Ledger.Domain.Transparency;

/// <summary>The pieces that the log's texts are made of, each read in its one spelling.</summary>
internal static class StrictText
{
    /// <summary>Of any text: bytes that are not UTF-8 are an error, never replaced.</summary>
    public static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A decimal without sign or leading zeroes.</summary>
    public static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && Number(number) == text;

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>RFC 4648 §4, padded, nothing before, between or after.</summary>
    public static bool TryBase64(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        var buffer = new byte[text.Length / 4 * 3];
        bytes = Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length] : null;
        return bytes is not null && Convert.ToBase64String(bytes) == text;
    }

    public static bool TryHash(string text, [NotNullWhen(true)] out byte[]? hash) =>
        TryBase64(text, out hash) && hash.Length == MerkleTree.HashLength;

    /// <summary>A hash a line.</summary>
    public static bool TryHashes(IEnumerable<string> lines, out IReadOnlyList<byte[]> hashes)
    {
        var read = new List<byte[]>();
        hashes = read;
        foreach (var line in lines)
        {
            if (!TryHash(line, out var hash))
                return false;
            read.Add(hash);
        }

        return true;
    }

    /// <summary>A name of a key: something, without spaces, plus signs or control characters.</summary>
    public static bool IsKeyName(string text) =>
        text.Length > 0 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');
}
