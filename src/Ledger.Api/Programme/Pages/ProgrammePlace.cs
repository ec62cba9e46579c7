using Ledger.Api.Web;
using Ledger.Domain.Programme;

namespace Ledger.Api.Programme.Pages;

/// <summary>A place in the programme's document, in words.</summary>
public static class ProgrammePlace
{
    /// <param name="pointer">RFC 6901, into the document.</param>
    public static DocumentPlace Find(ProgrammeDocument document, string pointer, ITexts texts) => DocumentPlace.Find(
        document, pointer, texts, part => $"part.{part}", item => NameOf(document, item, texts),
        code => document.FindZone(code)?.ShortName.In(Texts.Language) ?? code);

    private static string? NameOf(ProgrammeDocument document, object item, ITexts texts) => item switch
    {
        Zone zone => zone.ShortName.In(Texts.Language),
        Organisation organisation => organisation.Name.In(Texts.Language),
        Series series => $"{series.Id} {series.Name.In(Texts.Language)}",
        Indicator indicator => $"{indicator.Id} {indicator.Name.In(Texts.Language)}",
        CombinedTarget combined => combined.Name.In(Texts.Language),
        KeyTask task => $"{task.Id} {task.Title.In(Texts.Language)}",
        Requirement requirement => requirement.Id,
        Assumption assumption => assumption.Id,
        Ambiguity ambiguity => ambiguity.Id,
        Term term => term.Name.In(Texts.Language),
        Baseline baseline => $"{ZoneOf(document, baseline.Zone, texts)} {SubjectOf(document, baseline.Subject)}",
        NoticeMeasure measure => SubjectOf(document, measure.Subject),
        RegisterKind kind => kind.Name.In(Texts.Language),
        RegisterLevel level => level.Name.In(Texts.Language),
        RegisterCounting counting => SubjectOf(document, counting.Series),
        Extension extension => extension.Period.ToString(),
        _ => null,
    };

    private static string ZoneOf(ProgrammeDocument document, string code, ITexts texts) =>
        code == Zone.League ? texts["league.name"] : document.FindZone(code)?.ShortName.In(Texts.Language) ?? code;

    private static string SubjectOf(ProgrammeDocument document, string code) =>
        (document.FindIndicator(code)?.Name ?? document.FindSeries(code)?.Name)?.In(Texts.Language) ?? code;
}
