using Ledger.Api.Web;
using Ledger.Domain.Programme;
using NodaTime;

namespace Ledger.Api.Registers.Pages;

/// <summary>What an institution is recognised as, in the reader's words.</summary>
public static class RecognitionNames
{
    public static string RecognisedAs(this ProgrammeDocument programme, string kind, string? level)
    {
        var known = programme.FindRegisterKind(kind);
        var named = known?.Name.In(Texts.Language) ?? kind;
        return level is null ? named : $"{named} · {known?.Levels.FirstOrDefault(one => one.Code == level)?.Name.In(Texts.Language) ?? level}";
    }

    /// <summary>From when to when something holds; null: without end.</summary>
    public static string Term(this ITexts texts, LocalDate from, LocalDate? until) =>
        until is { } last ? texts["registers.term", from, last] : texts["registers.term.open", from];
}
