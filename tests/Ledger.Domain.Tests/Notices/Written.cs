using System.Text.Json;
using System.Text.Json.Serialization;
using Ledger.Domain.Notices;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Domain.Tests.Notices;

/// <summary>A content as text, decimals with their scale: equal texts are equal notices.</summary>
internal static class Written
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new AsText<Period>(Period.Parse), new AsText<LocalDate>(text => LocalDatePattern.Iso.Parse(text).Value) },
    };

    public static string Out(this NoticeContent content) => JsonSerializer.Serialize(content, Options);

    public static NoticeContent Back(string text) => JsonSerializer.Deserialize<NoticeContent>(text, Options)!;

    private sealed class AsText<T>(Func<string, T> parse) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value is LocalDate date ? LocalDatePattern.Iso.Format(date) : value!.ToString());
    }
}
