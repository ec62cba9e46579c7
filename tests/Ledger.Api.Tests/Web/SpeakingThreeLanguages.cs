using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Ledger.Api.Web;
using MudBlazor;

namespace Ledger.Api.Tests.Web;

public sealed partial class SpeakingThreeLanguages
{
    private static readonly string[] Chinese = ["zh-Hant", "zh-Hans"];

    private static readonly Type[] Classes =
        [.. typeof(Texts).Assembly.GetTypes().Where(type => type.GetCustomAttribute<TextsOfACapabilityAttribute>() is not null)];

    [Fact]
    public void Every_text_is_there_in_each_language_with_the_same_places_to_fill()
    {
        foreach (var type in Classes)
        {
            var english = Read(new ResourceManager(type), CultureInfo.InvariantCulture);
            english.ShouldNotBeEmpty(type.Name);
            foreach (var language in Chinese)
            {
                var other = Read(new ResourceManager(type), CultureInfo.GetCultureInfo(language));
                other.Keys.Order(StringComparer.Ordinal).ShouldBe(english.Keys.Order(StringComparer.Ordinal), $"{type.Name} in {language}");
                foreach (var (key, text) in other)
                {
                    text.ShouldNotBeNullOrWhiteSpace($"{key} in {language}");
                    Places(text).ShouldBe(Places(english[key]), $"{key} in {language}");
                }
            }
        }
    }

    [Fact]
    public void No_key_belongs_to_two_capabilities() =>
        Classes.SelectMany(type => Read(new ResourceManager(type), CultureInfo.InvariantCulture).Keys)
            .GroupBy(key => key)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ShouldBeEmpty();

    [Theory]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public void Every_word_of_MudBlazors_own_is_translated(string language)
    {
        var english = Read(new ResourceManager("MudBlazor.Resources.LanguageResource", typeof(MudButton).Assembly), CultureInfo.InvariantCulture);
        var ours = Read(ResxMudLocalizer.Resources, CultureInfo.GetCultureInfo(language));
        english.Count.ShouldBeGreaterThan(100);
        ours.Keys.Order(StringComparer.Ordinal).ShouldBe(english.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, text) in ours)
            Places(text).ShouldBe(Places(english[key]), key);
    }

    private static Dictionary<string, string> Read(ResourceManager resources, CultureInfo culture) =>
        resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static string[] Places(string text) =>
        [.. Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
