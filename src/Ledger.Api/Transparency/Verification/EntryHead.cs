using System.Buffers.Text;

namespace Ledger.Api.Transparency.Verification;

/// <summary>What of an entry's text says where it belongs, read without taking the rest apart: slices of the text itself.</summary>
/// <param name="RecordedAt">Of a fixed width, so that the order of the bytes is the order of time.</param>
internal readonly record struct EntryHead(
    long Position, ReadOnlyMemory<byte> RecordedAt, ReadOnlyMemory<byte> Stream, long Version, ReadOnlyMemory<byte> Type)
{
    /// <summary>In bytes; no name of a stream or of a kind of event is longer.</summary>
    private const int LongestName = 200;

    /// <exception cref="FormatException">It is not the text of an entry.</exception>
    public static EntryHead Read(ReadOnlyMemory<byte> text)
    {
        var (position, version) = (-1L, -1L);
        ReadOnlyMemory<byte> recordedAt = default, stream = default, type = default;
        var json = text.Span;
        var at = JsonText.Next(json, JsonText.Past(json, 0, (byte)'{'));
        for (var goesOn = json[at] != '}'; goesOn;)
        {
            var named = JsonText.Next(json, at);
            at = JsonText.PastString(json, named);
            var name = json[(named + 1)..(at - 1)];
            var start = JsonText.Next(json, JsonText.Past(json, at, (byte)':'));
            var end = JsonText.PastValue(json, start, depth: 1);
            if (name.SequenceEqual("position"u8))
                position = Number(json[start..end]);
            else if (name.SequenceEqual("version"u8))
                version = Number(json[start..end]);
            else if (name.SequenceEqual("recordedAt"u8))
                recordedAt = Word(text[start..end]);
            else if (name.SequenceEqual("stream"u8))
                stream = Word(text[start..end]);
            else if (name.SequenceEqual("type"u8))
                type = Word(text[start..end]);
            at = JsonText.Next(json, end);
            goesOn = json[at] == ',';
            at += goesOn ? 1 : 0;
        }

        JsonText.End(json, JsonText.Past(json, at, (byte)'}'));
        if (stream.Length > LongestName || type.Length > LongestName)
            throw new FormatException("The name of a stream or of a kind of event is too long.");
        return position >= 0 && version >= 0 && !recordedAt.IsEmpty && !stream.IsEmpty && !type.IsEmpty
            ? new(position, recordedAt, stream, version, type)
            : throw new FormatException("The text of an entry lacks its position, time, stream, version or type.");
    }

    private static long Number(ReadOnlySpan<byte> value) => Utf8Parser.TryParse(value, out long number, out var read) && read == value.Length
        ? number
        : throw new FormatException("The text of an entry has something else where a whole number should be.");

    private static ReadOnlyMemory<byte> Word(ReadOnlyMemory<byte> value) => value.Span[0] == '"'
        ? value[1..^1]
        : throw new FormatException("The text of an entry has something else where a word should be.");
}
