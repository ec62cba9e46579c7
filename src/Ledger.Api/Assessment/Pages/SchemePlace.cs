using System.Globalization;
using Ledger.Api.Programme.Pages;
using Ledger.Api.Web;
using Ledger.Domain.Assessment.Schemes;
using Ledger.Domain.Programme;
using Outcome = Ledger.Domain.Assessment.Schemes.Outcome;

namespace Ledger.Api.Assessment.Pages;

/// <summary>A place in a scheme's document, in words: <c>/tree/children/0/weight</c> is <i>A Distinctive industry › weight</i>.</summary>
public static class SchemePlace
{
    /// <param name="pointer">RFC 6901, into the document.</param>
    public static DocumentPlace Find(AssessmentScheme scheme, string pointer, ProgrammeDocument programme, ITexts texts)
    {
        var place = DocumentPlace.Find(
            scheme, pointer, texts, part => $"scheme.part.{part}", NameOf, code => programme.FindZone(code)?.ShortName.In(Texts.Language) ?? code);
        return place with { Path = Shortened(place.Path, pointer) };
    }

    private static string? NameOf(object entry) => entry switch
    {
        SchemeNode node => $"{node.Id} {node.Name.In(Texts.Language)}",
        SchemeMetric metric => metric.Name.In(Texts.Language),
        AdjustmentItem item => $"{item.Id} {item.Name.In(Texts.Language)}",
        VetoItem veto => $"{veto.Id} {veto.Name.In(Texts.Language)}",
        Grade grade => grade.Name.In(Texts.Language),
        Outcome outcome => outcome.Text.In(Texts.Language),
        RubricLevel level => level.Level.ToString(CultureInfo.InvariantCulture),
        Assumption assumption => $"{assumption.Id} {assumption.Title.In(Texts.Language)}",
        _ => null,
    };

    /// <summary>In the tree the last node named says where one is; the way down to it does not.</summary>
    private static IReadOnlyList<string> Shortened(IReadOnlyList<string> path, string pointer)
    {
        var steps = pointer.Split('/')[1..];
        var last = Array.LastIndexOf(steps, "children");
        return steps.Length > 0 && steps[0] == "tree" && last >= 0 && last + 1 < steps.Length ? [.. path.Skip(last + 1)] : path;
    }
}
