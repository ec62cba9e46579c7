using System.Text;
using Ledger.Domain;

namespace Ledger.Api.Lists;

/// <summary>The text of a CSV, whose bytes seldom say how they are meant.</summary>
/// <remarks>
/// A byte order mark decides; then what was declared; then whether the bytes are UTF-8 at all. What is not is GB18030, which
/// Chinese table programs write.
/// </remarks>
internal static class TextEncodings
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>The text without a byte order mark, and the encoding's name.</returns>
    /// <exception cref="Web.Http.RefusedRequestException"><c>list-unreadable</c>.</exception>
    public static (string Text, string Name) Decode(byte[] bytes, string? charset)
    {
        (string, string)? decoded = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Try(Utf8, bytes.AsSpan(3)),
            [0xFF, 0xFE, ..] => Try(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), bytes.AsSpan(2)),
            [0xFE, 0xFF, ..] => Try(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), bytes.AsSpan(2)),
            _ => Declared(charset) is { } declared ? Try(declared, bytes) : Try(Utf8, bytes) ?? Try(Gb18030, bytes),
        };
        return decoded is { } found && !found.Item1.Contains('\0', StringComparison.Ordinal)
            ? found
            : throw ListFile.Unreadable(Fault.At("/file", "list-no-text"));
    }

    private static Encoding Gb18030 => Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    /// <summary>The older names of the same family are read as its widest.</summary>
    private static Encoding? Declared(string? charset) => charset?.Trim('"', ' ').ToUpperInvariant() switch
    {
        null or "" => null,
        "UTF-8" or "UTF8" => Utf8,
        "GB18030" or "GBK" or "GB2312" => Gb18030,
        var other => throw ListFile.Unreadable(Fault.At("/file", "list-charset", other)),
    };

    private static (string, string)? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return (encoding.GetString(bytes), encoding.WebName.ToUpperInvariant());
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
