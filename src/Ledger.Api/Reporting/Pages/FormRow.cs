using System.Globalization;
using System.Text.Json;
using Ledger.Api.Store;
using Ledger.Api.Web;
using Ledger.Domain;
using Ledger.Domain.Programme;
using Ledger.Domain.Reporting;

namespace Ledger.Api.Reporting.Pages;

/// <summary>A series of the form: what stands in the ledger, and what was typed over it.</summary>
public sealed record FormRow(ReturnLine Line, TypedFields Typed)
{
    public Series Series => Line.Definition;

    public string ValueField => $"value/{Line.Series}";

    public string NoteField => $"note/{Line.Series}";

    public string PapersField => $"papers/{Line.Series}";

    /// <summary>Whether a value stands; a withdrawn one does not.</summary>
    public bool Stands => Line is { Value: not null, Status: not FigureStatus.Withdrawn };

    /// <summary>What the value's field shows.</summary>
    public string Text => Typed[ValueField] ?? StandingText;

    /// <summary>The value as the form has it; null where it has none, or none that can be read.</summary>
    public decimal? Value => Typed[ValueField] is { } text ? TypedNumber.Read(text) : Standing;

    public string Note => Typed[NoteField] ?? Line.Note ?? "";

    public IReadOnlyList<Evidence> Attached => Typed[PapersField] is { } kept ? Papers(kept) : Line.Evidence;

    public bool IsRequired => Line.Demand == Demand.Required;

    public bool IsMissing => IsRequired && Value is null;

    public bool IsUnreadable => !string.IsNullOrWhiteSpace(Text) && Value is null;

    /// <summary>Emptied, though a value stands: taking back is an act of its own.</summary>
    public bool IsEmptied => Stands && string.IsNullOrWhiteSpace(Text);

    public bool IsChanged => ValueIsChanged || NoteIsChanged || PapersAreChanged;

    public bool ValueIsChanged => Typed[ValueField] is not null && (IsUnreadable || IsEmptied || Value != Standing);

    /// <summary>A remark or a paper needs a value to stand beside.</summary>
    public bool LacksValue => IsChanged && Value is null && !IsUnreadable && !IsEmptied;

    /// <summary>
    /// Against the same period of the year before: an amount in per cent to one place, a count by its difference, whose small movements
    /// say nothing in per cent. Null where there is nothing to compare with.
    /// </summary>
    public string? Change => (Value, Line.LastYear) switch
    {
        ({ } value, { } past) when Series.Places == 0 => Numbers.PrintSigned(value - past.Value, 0),
        ({ } value, { Value: > 0 } past) => $"{Numbers.PrintSigned(((((Rational)value / past.Value) - 1) * 100).Round(1), 1)}%",
        _ => null,
    };

    private decimal? Standing => Stands ? Line.Value : null;

    private string StandingText => Standing?.ToString(CultureInfo.InvariantCulture) ?? "";

    private bool NoteIsChanged => Typed[NoteField] is { } note && note != (Line.Note ?? "");

    private bool PapersAreChanged => Typed[PapersField] is not null && !Attached.SequenceEqual(Line.Evidence);

    public IEnumerable<string> Fields => [ValueField, NoteField, PapersField];

    /// <summary>Everything the form shows of this series, so that what is recorded is what was seen.</summary>
    public FigureLine ToLine() => new(
        Line.Series,
        Value ?? throw new InvalidOperationException($"{Line.Series} has no value."),
        Note.Length == 0 && Line.Note is null ? null : Note,
        Attached.Count == 0 && Line.Evidence.Count == 0 ? null : [.. Attached.Select(paper => paper.Sha256)]);

    /// <summary>Papers as a field's text.</summary>
    public static string Keep(IEnumerable<Evidence> papers) => JsonSerializer.Serialize(papers.ToArray(), LedgerJson.Options);

    /// <summary>The papers of a field's text; null: none.</summary>
    public static IReadOnlyList<Evidence> Papers(string? kept) =>
        kept is null ? [] : JsonSerializer.Deserialize<Evidence[]>(kept, LedgerJson.Options) ?? [];
}
