using Ledger.Api.Notices.Paper;
using Ledger.Api.Programme.Pages;
using Ledger.Api.Web;
using Ledger.Domain.Programme;

namespace Ledger.Api.Measures.Pages;

/// <summary>What a step is called, what it is by, and what it comes to, in the reader's language.</summary>
/// <param name="title">Of the number itself.</param>
public sealed class StepWords(DerivationStep step, ITexts texts, ProgrammeDocument programme, string title)
{
    public string Name => step switch
    {
        { Number: 1 } => title,
        { Of.Fact: { } fact } => $"{fact.ZoneName.In(Texts.Language)} · {fact.SeriesName.In(Texts.Language)}",
        _ => step.Name,
    };

    /// <summary>The formula; of a figure its time and version, of a setting where it stands.</summary>
    public string Under => step switch
    {
        { Of.Fact: { } fact } => texts["picture.fact", PaperPrint.Covers(fact.Period, Texts.Language), fact.Version],
        { Of.Setting: { } setting } => string.Join(" › ", ProgrammePlace.Find(programme, setting.Pointer, texts).Path),
        { Kind: StepKind.Given } => "",
        _ => step.Of.Words,
    };

    /// <summary>In a box, where there is room for less: the name, of a figure its zone.</summary>
    public string Head => step.Of.Fact is { } fact ? fact.ZoneName.In(Texts.Language) : Name;

    /// <summary>In a box, under that: of a figure its series.</summary>
    public string Below => step.Of.Fact is { } fact ? fact.SeriesName.In(Texts.Language) : Under;

    /// <summary>In a box, beside the value: the time and version of a figure.</summary>
    public string Aside => step.Of.Fact is null ? "" : Under;

    /// <summary>As printed, else to a few places; in words where there is none.</summary>
    public string Value => step.Of switch
    {
        { Fact: { } fact } => Numbers.Print(fact.Value, fact.Value.Scale),
        { Setting: { } setting } => Numbers.Plain(setting.Value),
        { Rounding: { } rounding } => Numbers.Print(rounding.Printed, rounding.Places),
        { Exact: { } exact, Approximately: { } near } => exact == near ? Numbers.Plain(near) : $"≈ {Numbers.Plain(near)}",
        { Exact: { } exact } => exact.ToString(),
        { Absence: { } absence } => absence.Text,
        { Remark: { } remark } => remark,
        _ => "",
    };

    public string Whole => string.Join(" · ", new[] { FormattableString.Invariant($"{step.Number}"), Name, Under, Value }.Where(part => part.Length > 0));

    /// <summary>As much of it as fits: a Chinese character is as wide as two others.</summary>
    /// <param name="width">In Latin characters.</param>
    public static string Cut(string text, int width)
    {
        var used = 0;
        foreach (var (index, character) in text.Index())
        {
            used += character >= '\u2e80' ? 2 : 1;
            if (used > width)
                return $"{text[..Math.Max(index - 1, 1)].TrimEnd()}…";
        }

        return text;
    }
}
