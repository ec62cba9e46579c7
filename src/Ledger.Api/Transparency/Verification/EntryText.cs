using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Domain;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Api.Transparency.Verification;

/// <summary>What the canonical text of an entry says: the bytes that the log's leaf covers, content and metadata alike.</summary>
/// <param name="Data">The event's own JSON.</param>
public sealed record EntryText(
    long Position, Instant RecordedAt, Guid Id, string Stream, long Version, string Type, string Officer, string Headers, string Data)
{
    private static readonly InstantPattern Microseconds = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss.ffffff'Z'");

    /// <exception cref="FormatException">It is not the text of an entry.</exception>
    public static EntryText Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return new(
                root.GetProperty("position").GetInt64(),
                Microseconds.Parse(root.GetProperty("recordedAt").GetString()!).GetValueOrThrow(),
                root.GetProperty("id").GetGuid(),
                root.GetProperty("stream").GetString()!,
                root.GetProperty("version").GetInt64(),
                root.GetProperty("type").GetString()!,
                root.GetProperty("officer").GetString()!,
                root.GetProperty("headers").GetRawText(),
                root.GetProperty("data").GetRawText());
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or UnparsableValueException)
        {
            throw new FormatException("This is not the text of an entry.", exception);
        }
    }

    /// <summary>The event with where, when and by whom it was recorded.</summary>
    /// <exception cref="FormatException">The type is not known to this version of the program, or its content is not as that type's.</exception>
    public Recorded<object> Read(EventNames names)
    {
        if (!names.Types.TryGetValue(Type, out var type))
            throw new FormatException($"'{Type}' is no kind of event that this version of the program knows.");
        try
        {
            var @event = JsonSerializer.Deserialize(Data, type, LedgerJson.Options) ?? throw new FormatException("The event is empty.");
            var (actor, decision) = EventHeaders.Read(Officer, Headers);
            return new(@event, new Provenance(Id, Stream, Version, Position, RecordedAt, actor, decision));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"The content is not that of '{Type}': {exception.Message}", exception);
        }
    }
}
