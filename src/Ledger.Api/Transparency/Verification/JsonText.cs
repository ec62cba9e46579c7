using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ledger.Api.Transparency.Verification;

/// <summary>Goes over a text of JSON (RFC 8259) once, and tells where its values end. It makes nothing of them.</summary>
/// <remarks>
/// As strict as the platform's own reader, which keeps account of more than is needed here and takes as long as the hashing itself: a test
/// holds both beside each other. Each function is told where to begin, goes past white space, and tells where it came to: so the
/// place stays in a register, which is half of the time that it takes.
/// </remarks>
internal static class JsonText
{
    private const int Deepest = 64;

    /// <summary>Where the next thing begins.</summary>
    /// <exception cref="FormatException">Nothing comes any more.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Next(ReadOnlySpan<byte> text, int at)
    {
        for (; (uint)at < (uint)text.Length; at++)
        {
            if (text[at] is > (byte)' ' or not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                return at;
        }

        throw Wrong(at, "it ends too early");
    }

    /// <summary>Past a sign that has to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Past(ReadOnlySpan<byte> text, int at, byte sign)
    {
        at = Next(text, at);
        return text[at] == sign ? at + 1 : throw Missing(at, sign);
    }

    /// <summary>Past a string. Its content, as it is written, ends one before.</summary>
    public static int PastString(ReadOnlySpan<byte> text, int at)
    {
        at = Past(text, at, (byte)'"');
        while (true)
        {
            at = Special(text, at);
            switch (text[at++])
            {
                case (byte)'"':
                    return at;
                case (byte)'\\':
                    at = PastEscape(text, at);
                    break;
                default:
                    throw Wrong(at - 1, "a string has a control character");
            }
        }
    }

    /// <summary>Past a value of any kind.</summary>
    /// <param name="depth">How many objects and arrays it stands in.</param>
    public static int PastValue(ReadOnlySpan<byte> text, int at, int depth)
    {
        at = Next(text, at);
        return text[at] switch
        {
            (byte)'"' => PastString(text, at),
            (byte)'{' => PastObject(text, at, depth + 1),
            (byte)'[' => PastArray(text, at, depth + 1),
            (byte)'t' => PastWord(text, at, "true"u8),
            (byte)'f' => PastWord(text, at, "false"u8),
            (byte)'n' => PastWord(text, at, "null"u8),
            _ => PastNumber(text, at),
        };
    }

    /// <summary>Nothing but white space may follow.</summary>
    public static void End(ReadOnlySpan<byte> text, int at)
    {
        if (!text[at..].Trim(" \t\r\n"u8).IsEmpty)
            throw Wrong(at, "something follows its end");
    }

    private static int PastObject(ReadOnlySpan<byte> text, int at, int depth)
    {
        at = Next(text, Enter(at, depth));
        if (text[at] == '}')
            return at + 1;
        while (true)
        {
            at = Past(text, PastString(text, at), (byte)':');
            at = Next(text, PastValue(text, at, depth));
            if (text[at] != ',')
                return Past(text, at, (byte)'}');
            at++;
        }
    }

    private static int PastArray(ReadOnlySpan<byte> text, int at, int depth)
    {
        at = Next(text, Enter(at, depth));
        if (text[at] == ']')
            return at + 1;
        while (true)
        {
            at = Next(text, PastValue(text, at, depth));
            if (text[at] != ',')
                return Past(text, at, (byte)']');
            at++;
        }
    }

    private static int Enter(int at, int depth) => depth <= Deepest ? at + 1 : throw Wrong(at, "it is too deep");

    private static int PastWord(ReadOnlySpan<byte> text, int at, ReadOnlySpan<byte> word) =>
        text[at..].StartsWith(word) ? at + word.Length : throw Wrong(at, "there is no value");

    private static int PastNumber(ReadOnlySpan<byte> text, int at)
    {
        if (Is(text, at, (byte)'-'))
            at++;
        at = Is(text, at, (byte)'0') ? at + 1 : PastDigits(text, at);
        if (Is(text, at, (byte)'.'))
            at = PastDigits(text, at + 1);
        if (!Is(text, at, (byte)'e') && !Is(text, at, (byte)'E'))
            return at;
        at++;
        return PastDigits(text, Is(text, at, (byte)'+') || Is(text, at, (byte)'-') ? at + 1 : at);
    }

    private static int PastDigits(ReadOnlySpan<byte> text, int at)
    {
        var start = at;
        while ((uint)at < (uint)text.Length && text[at] is >= (byte)'0' and <= (byte)'9')
            at++;
        return at > start ? at : throw Wrong(at, "there is no value");
    }

    private static int PastEscape(ReadOnlySpan<byte> text, int at)
    {
        var escape = at < text.Length ? text[at] : (byte)0;
        if (escape != 'u')
            return "\"\\/bfnrt"u8.Contains(escape) ? at + 1 : throw Wrong(at, "an escape is none");
        for (var end = at++ + 4; at <= end; at++)
        {
            if (at >= text.Length || !char.IsAsciiHexDigit((char)text[at]))
                throw Wrong(at, "an escape is none");
        }

        return at;
    }

    // What a string cannot hold as it is: its end, the beginning of an escape, control characters. Most strings are short: a call for each would
    // take longer than the search.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Special(ReadOnlySpan<byte> text, int at)
    {
        for (; at <= text.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var some = Vector128.Create(text.Slice(at, Vector128<byte>.Count));
            var special = Vector128.Equals(some, Vector128.Create((byte)'"')) | Vector128.Equals(some, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(some, Vector128.Create((byte)' '));
            if (special != Vector128<byte>.Zero)
                return at + BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
        }

        for (; (uint)at < (uint)text.Length; at++)
        {
            if (text[at] is (byte)'"' or (byte)'\\' or < (byte)' ')
                return at;
        }

        throw Wrong(at, "a string has no end");
    }

    private static bool Is(ReadOnlySpan<byte> text, int at, byte sign) => (uint)at < (uint)text.Length && text[at] == sign;

    private static FormatException Missing(int at, byte sign) => Wrong(at, $"there is no {(char)sign}");

    private static FormatException Wrong(int at, string what) => new(FormattableString.Invariant($"This is no JSON: at byte {at}, {what}."));
}
