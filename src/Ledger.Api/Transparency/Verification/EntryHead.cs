using System.Text.Json;

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
        try
        {
            var json = new Utf8JsonReader(text.Span);
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
                throw new FormatException("This is not the text of an entry.");
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.ValueSpan;
                json.Read();
                if (name.SequenceEqual("position"u8))
                    position = json.GetInt64();
                else if (name.SequenceEqual("version"u8))
                    version = json.GetInt64();
                else if (name.SequenceEqual("recordedAt"u8))
                    recordedAt = Value(text, json);
                else if (name.SequenceEqual("stream"u8))
                    stream = Value(text, json);
                else if (name.SequenceEqual("type"u8))
                    type = Value(text, json);
                else
                    json.Skip();
            }

            if (json.Read())
                throw new FormatException("Something follows the text of an entry.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FormatException("This is not the text of an entry.", exception);
        }

        if (stream.Length > LongestName || type.Length > LongestName)
            throw new FormatException("The name of a stream or of a kind of event is too long.");
        return position >= 0 && version >= 0 && !recordedAt.IsEmpty && !stream.IsEmpty && !type.IsEmpty
            ? new(position, recordedAt, stream, version, type)
            : throw new FormatException("The text of an entry lacks its position, time, stream, version or type.");
    }

    private static ReadOnlyMemory<byte> Value(ReadOnlyMemory<byte> text, Utf8JsonReader json) => json.TokenType == JsonTokenType.String
        ? text.Slice((int)json.TokenStartIndex + 1, json.ValueSpan.Length)
        : throw new FormatException("The text of an entry has a number where a word should be.");
}
