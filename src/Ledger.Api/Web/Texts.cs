using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Ledger.Domain;
using NodaTime;
using NodaTime.Text;
using Period = Ledger.Domain.Period;

namespace Ledger.Api.Web;

/// <summary>Marks a class whose resource files hold texts: <c>refusal.CODE</c>, <c>fault.CODE</c> and a capability's own keys.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TextsOfACapabilityAttribute : Attribute;

/// <summary>Finds a key in whichever capability's resource files hold it; keys are unique over all of them.</summary>
public sealed class Texts : ITexts
{
    private static readonly ResourceManager[] Resources =
    [
        .. typeof(Texts).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<TextsOfACapabilityAttribute>() is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => new ResourceManager(type)),
    ];

    private static readonly ZonedDateTimePattern DayAndTime =
        ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm", zoneProvider: null);

    private readonly ConcurrentDictionary<string, ResourceManager> homes = new(StringComparer.Ordinal);

    /// <summary>The cultures the ledger speaks; the first is the default.</summary>
    public static IReadOnlyList<string> Cultures { get; } = ["zh-Hant", "zh-Hans", "en"];

    public static Language Language => CultureInfo.CurrentUICulture.Name switch
    {
        "zh-Hans" => Language.ZhHans,
        "en" => Language.En,
        _ => Language.ZhHant,
    };

    /// <summary>The culture in which a language's texts stand.</summary>
    public static CultureInfo CultureOf(Language language) => CultureInfo.GetCultureInfo(language switch
    {
        Language.ZhHans => "zh-Hans",
        Language.En => "en",
        _ => "zh-Hant",
    });

    public string this[string key, params object[] arguments]
    {
        get
        {
            var home = homes.GetOrAdd(key, Find);
            var text = home.GetString(key, CultureInfo.CurrentUICulture)!;
            return arguments.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, [.. arguments.Select(Speak)]);
        }
    }

    public Name NameOf(string key, params object[] arguments)
    {
        var home = homes.GetOrAdd(key, Find);
        return new(In("zh-Hant"), In("zh-Hans"), In("en"));

        string In(string culture) =>
            string.Format(CultureInfo.InvariantCulture, home.GetString(key, CultureInfo.GetCultureInfo(culture))!, arguments);
    }

    public string TitleOf(int status) => this[string.Create(CultureInfo.InvariantCulture, $"status.{status}")];

    public string TextOf(Refusal refusal) => this[$"refusal.{refusal.Code}", [.. refusal.Arguments]];

    public string TextOf(Fault fault) => this[$"fault.{fault.Code}", [.. fault.Arguments]];

    private static ResourceManager Find(string key) =>
        Resources.FirstOrDefault(resource => resource.GetString(key, CultureInfo.InvariantCulture) is not null)
        ?? throw new InvalidOperationException($"No text has the key '{key}'.");

    // What a refusal mentions is said in the reader's words: role.reviewer, correction_kind.error …
    private object Speak(object argument) => argument switch
    {
        Name name => name.In(Language),
        Enum value => this[value.TextKey()],
        LocalDate date => LocalDatePattern.Iso.Format(date),
        Instant instant => DayAndTime.Format(instant.InZone(DocumentDate.Zone)),
        Period period => this.Named(period),
        decimal number => Numbers.Print(number, number.Scale),
        string text => text,
        IEnumerable<object> list => string.Join(this["list.separator"], list.Select(Speak)),
        _ => argument,
    };
}
