using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Ledger.Api.Web;
using Ledger.Domain;

namespace Ledger.Api.Programme.Pages;

/// <summary>A place in a document, in words: <c>/zones/0/track</c> is <i>zones › Xilinhot Zone › track</i>.</summary>
/// <param name="Path">Said in the reader's language.</param>
/// <param name="Type">Of what stands there; null when the pointer leads nowhere in this document.</param>
/// <param name="Value">What stands there; null: nothing does.</param>
public sealed record DocumentPlace(IReadOnlyList<string> Path, Type? Type, object? Value)
{
    /// <param name="pointer">RFC 6901, into the document.</param>
    /// <param name="part">The key of the name of a part.</param>
    /// <param name="entry">The name of an entry of a list; null: it goes by its number, from 1.</param>
    /// <param name="zone">The name of a zone by its code.</param>
    public static DocumentPlace Find<TDocument>(
        TDocument document, string pointer, ITexts texts, Func<string, string> part, Func<object, string?> entry,
        Func<string, string> zone)
    {
        var path = new List<string>();
        object? here = document;
        Type? type = typeof(TDocument);
        foreach (var step in pointer.Split('/').Skip(1))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            (var said, here, type) = Step(here, type, name, texts, part, entry, zone);
            path.Add(said);
        }

        return new DocumentPlace(path, type, here);
    }

    /// <summary>A value of this place in words, from its JSON form: the names of choices are translated, all else stays.</summary>
    public string Say(string? value, ITexts texts) =>
        value is null ? "—"
        : Choice is { } choice && ChoiceNamed(choice, value) is { } chosen ? texts[chosen.TextKey()]
        : value;

    private Type? Choice =>
        (Type is null ? null : Nullable.GetUnderlyingType(Type) ?? Type) is { IsEnum: true } choice ? choice : null;

    private static Enum? ChoiceNamed(Type type, string value) =>
        Enum.GetValues(type).Cast<Enum>().FirstOrDefault(choice => choice.Word() == value);

    private static (string Said, object? Here, Type? Type) Step(
        object? here, Type? type, string step, ITexts texts, Func<string, string> part, Func<object, string?> entry,
        Func<string, string> zone)
    {
        if (type is not null && ElementOf(type) is { } element)
        {
            var item = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? (here as IEnumerable)?.Cast<object?>().ElementAtOrDefault(index)
                : null;
            return ((item is null ? null : entry(item)) ?? (index + 1).ToString(CultureInfo.InvariantCulture), item, element);
        }

        if (type == typeof(IReadOnlyDictionary<string, decimal>))
            return (zone(step), (here as IReadOnlyDictionary<string, decimal>)?.GetValueOrDefault(step), typeof(decimal));

        var property = type?.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .FirstOrDefault(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == step);
        return property is null
            ? (step, null, null)
            : (texts[part(step)], here is null ? null : property.GetValue(here), property.PropertyType);
    }

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
}
