using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Ledger.Api.Programme;
using Ledger.Api.Programme.Pages;
using Ledger.Api.Web;
using Ledger.Domain.Programme;

namespace Ledger.Api.Tests.Web;

public sealed class NamingThePartsOfTheProgramme
{
    private static readonly Texts Words = new();

    public NamingThePartsOfTheProgramme() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hant");

    [Fact]
    public void Every_part_of_the_document_has_a_name()
    {
        foreach (var name in Parts(typeof(ProgrammeDocument), []).Distinct())
            Words[$"part.{name}"].ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Every_value_that_an_assumption_sets_is_found_and_said()
    {
        var tree = DocumentNode.Of(Plan.Document);
        foreach (var pointer in Plan.Document.Assumptions.SelectMany(assumption => assumption.Governs))
        {
            var place = ProgrammePlace.Find(Plan.Document, pointer, Words);
            place.Type.ShouldNotBeNull(pointer);
            place.Say(tree.Find(pointer)!.Describe(), Words).ShouldNotBeNullOrWhiteSpace(pointer);
        }
    }

    [Theory]
    [InlineData("/zones/0/track", "excellence", "培育對象 › 錫林浩特開發區 › 培育路徑", "促優培育")]
    [InlineData("/zones/0/host", null, "培育對象 › 錫林浩特開發區 › 所在旗縣市", "—")]
    [InlineData("/indicators/4/allocation/XLHT", "1", "指標 › Q05 每年新增研發機構 › 目標分解 › 錫林浩特開發區", "1")]
    [InlineData("/calendar/quarterDays", "15", "報送日曆 › 季末後天數", "15")]
    [InlineData("/nowhere/7", "x", "nowhere › 7", "x")]
    public void A_place_is_said_in_words_and_so_are_choices(string pointer, string? value, string path, string said)
    {
        var place = ProgrammePlace.Find(Plan.Document, pointer, Words);
        string.Join(" › ", place.Path).ShouldBe(path);
        place.Say(value, Words).ShouldBe(said);
    }

    private static IEnumerable<string> Parts(Type type, HashSet<Type> seen)
    {
        if (type.Namespace?.StartsWith("Ledger.Domain", StringComparison.Ordinal) == true && !type.IsEnum && type != typeof(Domain.Period) && seen.Add(type))
        {
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                yield return JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                foreach (var inner in Parts(property.PropertyType, seen))
                    yield return inner;
            }
        }

        foreach (var argument in type.GetGenericArguments())
        {
            foreach (var inner in Parts(argument, seen))
                yield return inner;
        }
    }
}
