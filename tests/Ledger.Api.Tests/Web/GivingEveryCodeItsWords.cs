using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ledger.Api.Web;
using Ledger.Domain;
using Ledger.Domain.Access;
using Ledger.Domain.Assessment.Scoring;
using Ledger.Domain.Measures;

namespace Ledger.Api.Tests.Web;

/// <summary>Whatever the ledger refuses or mentions, it says in the reader's language.</summary>
public partial class GivingEveryCodeItsWords
{
    private static readonly string[] Languages = ["", "zh-Hant", "zh-Hans"];

    private static readonly IReadOnlyList<Type> Capabilities =
        [.. typeof(ITexts).Assembly.GetTypes().Where(type => type.GetCustomAttribute<TextsOfACapabilityAttribute>() is not null)];

    private static readonly CodesInSource Source = CodesInSource.Of(Path.Combine(TestDatabase.Repository, "src"));

    [Fact]
    public void Every_place_that_refuses_can_be_read()
    {
        Source.Unreadable.ShouldBeEmpty();
        Source.Codes.Count.ShouldBeGreaterThan(150);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public void Every_code_has_a_text(string language) =>
        Source.Codes.Keys.Except(TextsIn(language).Keys).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public void Every_word_of_the_domain_has_a_text(string language)
    {
        string[] words =
        [
            .. from type in typeof(Refusal).Assembly.GetExportedTypes()
               where type.IsEnum && (type.Namespace == typeof(Role).Namespace || type.Namespace is "Ledger.Domain.Programme" or "Ledger.Domain.Reporting" or "Ledger.Domain.Reporting.Checks" or "Ledger.Domain.Audit.Findings")
               from member in Enum.GetNames(type)
               select $"{SnakeCase(type.Name)}.{SnakeCase(member)}",
        ];
        words.Length.ShouldBeGreaterThan(60);
        words.Except(TextsIn(language).Keys).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public void Every_reason_and_note_of_a_value_or_score_has_a_text(string language)
    {
        string[] keys =
        [
            .. Constants(typeof(Reasons)).Concat(Constants(typeof(ScoreReasons))).Select(reason => $"reason.{reason}"),
            .. Constants(typeof(Notes)).Select(note => $"note.{note}"),
            .. Constants(typeof(Formulas)).Select(formula => $"formula.{formula}"),
        ];
        keys.Length.ShouldBeGreaterThan(40);
        keys.Except(TextsIn(language).Keys).ShouldBeEmpty();
    }

    [Fact]
    public void No_reason_or_note_is_made_up_on_the_spot() =>
        Directory.EnumerateFiles(Path.Combine(TestDatabase.Repository, "src", "Ledger.Domain"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Improvised().Matches(File.ReadAllText(file)).Select(found => $"{Path.GetFileName(file)}: {found.Value}"))
            .ShouldBeEmpty();

    [Fact]
    public void Every_key_that_is_asked_for_as_it_stands_has_a_text()
    {
        var keys = TextsIn("").Keys.ToHashSet();
        string[] asked =
        [
            .. new[] { "*.cs", "*.razor" }
                .SelectMany(kind => Directory.EnumerateFiles(Path.Combine(TestDatabase.Repository, "src", "Ledger.Api"), kind, SearchOption.AllDirectories))
                .SelectMany(file => Asked().Matches(File.ReadAllText(file)).Select(found => found.Groups["key"].Value)).Distinct(),
        ];
        asked.Length.ShouldBeGreaterThan(1000);
        asked.Where(key => !keys.Contains(key)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_divergence_has_words()
    {
        var keys = TextsIn("").Keys.ToHashSet();
        string[] codes =
        [
            .. Directory.EnumerateFiles(Path.Combine(TestDatabase.Repository, "src", "Ledger.Api", "Transparency"), "*.cs", SearchOption.AllDirectories)
                .SelectMany(file => Divergences().Matches(File.ReadAllText(file)).Select(found => $"divergence.{found.Groups["code"].Value}")).Distinct(),
        ];
        codes.Length.ShouldBeGreaterThan(20);
        codes.Where(key => !keys.Contains(key)).ShouldBeEmpty();
        keys.Where(key => key.StartsWith("divergence.", StringComparison.Ordinal)).Except(codes).ShouldBeEmpty();
    }

    [Fact]
    public void The_languages_hold_the_same_keys()
    {
        foreach (var capability in Capabilities)
        {
            foreach (var language in Languages.Skip(1))
                TextsOf(capability, language).Keys.Order().ShouldBe(TextsOf(capability, "").Keys.Order(), capability.Name);
        }
    }

    [Fact]
    public void No_key_has_two_homes() =>
        Capabilities.SelectMany(capability => TextsOf(capability, "").Keys).CountBy(key => key).Where(key => key.Value > 1).ShouldBeEmpty();

    [Fact]
    public void The_languages_fill_in_the_same_places()
    {
        var english = TextsIn("");
        foreach (var language in Languages.Skip(1))
        {
            foreach (var (key, text) in TextsIn(language))
                PlacesIn(text).ShouldBe(PlacesIn(english[key]), $"{language} {key}");
        }
    }

    [Fact]
    public void No_text_asks_for_more_than_its_code_brings()
    {
        foreach (var (key, text) in TextsIn("").Where(text => Source.Codes.ContainsKey(text.Key)))
            PlacesIn(text).Append(-1).Max().ShouldBeLessThan(Source.Codes[key], key);
    }

    [Fact]
    public void Every_text_of_a_code_belongs_to_one()
    {
        var known = Source.Codes.Keys.ToHashSet();
        TextsIn("").Keys.Where(key => key.StartsWith("fault.", StringComparison.Ordinal) || key.StartsWith("refusal.", StringComparison.Ordinal)
                || key.StartsWith("finding.", StringComparison.Ordinal))
            .Except(known).ShouldBeEmpty();
    }

    private static Dictionary<string, string> TextsIn(string language) =>
        Capabilities.SelectMany(capability => TextsOf(capability, language)).DistinctBy(text => text.Key).ToDictionary();

    private static Dictionary<string, string> TextsOf(Type capability, string language)
    {
        var texts = new ResourceManager(capability).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);
        return texts.ShouldNotBeNull($"{capability.Name} lacks {language}.")
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static int[] PlacesIn(string text) =>
        [.. Place().Matches(text).Select(place => int.Parse(place.Groups["number"].Value, CultureInfo.InvariantCulture)).Distinct().Order()];

    private static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static IEnumerable<string> Constants(Type codes) =>
        codes.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    [GeneratedRegex(@"\b(CriterionResult|Absence|MetricValue)\.(NotApplicable|Missing|Pending|NoBase)\([^)]*""|\b(Note|Flag) = """, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Improvised();

    [GeneratedRegex(@"\b(T|W|Words|texts)\[\s*""(?<key>[^""{}$]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"(DivergenceClass\.\w+, ([^"";]+, )?|Diverges\(at, |[Aa]dd\(DivergenceClass\.\w+, |DivergenceClass\.Order, )""(?<code>[a-z-]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Divergences();

    [GeneratedRegex(@"\{(?<number>\d+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
