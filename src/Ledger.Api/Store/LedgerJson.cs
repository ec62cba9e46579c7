using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Ledger.Domain;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Store;

/// <summary>How everything is written as JSON: stored events, answers, published papers. Part of the storage contract.</summary>
/// <remarks>camelCase names, enums as snake_case words, decimals with their scale (<c>156.20</c>), periods as <c>2023-Q3</c>, exact fractions as <c>25/2</c>, dictionaries by their keys in ordinal order.</remarks>
public static class LedgerJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The same, laid out for people to read and edit.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Options) { WriteIndented = true, NewLine = "\n" };

    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        // The database orders the members of an object by itself, so what says which kind it is may come after others.
        options.AllowOutOfOrderMetadataProperties = true;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(OrderDictionaries);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new PeriodJsonConverter());
        options.Converters.Add(new RationalJsonConverter());
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }

    /// <summary>SHA-256 of the value as it is written, in lower-case hexadecimal: the same value has the same hash.</summary>
    public static string HashOf(object value) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Options)));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>The same dictionary has the same text, in whatever order it was filled or read back.</summary>
    private static void OrderDictionaries(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Get is { } get && Ordering(property.PropertyType) is { } order)
                property.Get = owner => get(owner) is { } dictionary ? order(dictionary) : null;
        }
    }

    private static Func<object, object>? Ordering(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) && type.GenericTypeArguments[0] == typeof(string)
            ? typeof(LedgerJson).GetMethod(nameof(Ordered), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.GenericTypeArguments[1]).CreateDelegate<Func<object, object>>()
            : null;

    private static SortedDictionary<string, TValue> Ordered<TValue>(object dictionary) => new(
        ((IReadOnlyDictionary<string, TValue>)dictionary).ToDictionary(), StringComparer.Ordinal);

    private sealed class PeriodJsonConverter : JsonConverter<Period>
    {
        public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Period.TryParse(reader.TokenType == JsonTokenType.String ? reader.GetString() : null, out var period)
                ? period.Value
                : throw new JsonException("A period is a quarter such as 2023-Q3 or a year such as 2023.");

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    private sealed class RationalJsonConverter : JsonConverter<Rational>
    {
        public override Rational Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var parts = (reader.TokenType == JsonTokenType.String ? reader.GetString()! : "").Split('/');
            return parts.Length is 1 or 2
                && BigInteger.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var numerator)
                && BigInteger.TryParse(parts.ElementAtOrDefault(1) ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
                && !denominator.IsZero
                ? new Rational(numerator, denominator)
                : throw new JsonException("An exact value is a whole number or a fraction such as 25/2.");
        }

        public override void Write(Utf8JsonWriter writer, Rational value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
