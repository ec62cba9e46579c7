using NodaTime;
using NodaTime.Text;

namespace Ledger.Api.Reporting.Pages;

/// <summary>What was typed on a page and is not in the ledger yet, by the field's name.</summary>
/// <remarks>The browser keeps a copy until the ledger has it, so that neither a refusal nor a lost connection loses it.</remarks>
public sealed class TypedFields
{
    private readonly Dictionary<string, string> typed = [];

    /// <summary>Told of fields that were set by other means than typing, or (null) are no longer needed.</summary>
    public Action<IReadOnlyDictionary<string, string?>>? Keeper { get; set; }

    public bool IsEmpty => typed.Count == 0;

    public IReadOnlyDictionary<string, string> All => typed;

    /// <returns>Null where nothing was typed.</returns>
    public string? this[string field] => typed.GetValueOrDefault(field);

    /// <summary>The text without the blanks around it; null where nothing was typed, or blanks alone.</summary>
    public string? SaidIn(string field) => this[field]?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The date as a date field has it; null: none was given.</summary>
    public LocalDate? DateIn(string field) =>
        this[field] is { } text && LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) ? date : null;

    /// <summary>What was chosen of these, or else the first; empty where there is none to choose.</summary>
    public string ChosenOf(string field, IReadOnlyList<(string Value, string Text)> choices) =>
        this[field] is { } chosen && choices.Any(choice => choice.Value == chosen) ? chosen : choices.Count > 0 ? choices[0].Value : "";

    /// <summary>A keystroke, which the browser has kept already.</summary>
    public void Type(string field, string text) => typed[field] = text;

    /// <summary>What was read from a pasted column or a kept copy rather than typed into the field.</summary>
    public void Put(IReadOnlyDictionary<string, string> fields)
    {
        foreach (var (field, text) in fields)
            typed[field] = text;
        Keeper?.Invoke(fields.ToDictionary(entry => entry.Key, entry => (string?)entry.Value));
    }

    public void Put(string field, string text) => Put(new Dictionary<string, string> { [field] = text });

    /// <summary>The ledger has it, or it is no longer wanted.</summary>
    public void Forget(params IEnumerable<string> fields)
    {
        string[] known = [.. fields.Where(typed.ContainsKey)];
        foreach (var field in known)
            typed.Remove(field);
        if (known.Length > 0)
            Keeper?.Invoke(known.ToDictionary(field => field, _ => (string?)null));
    }

    /// <summary>Every field under a name, such as <c>explanation/…</c>.</summary>
    public void ForgetUnder(params IEnumerable<string> names) =>
        Forget([.. typed.Keys.Where(field => names.Any(name => field == name || field.StartsWith($"{name}/", StringComparison.Ordinal)))]);

    public void ForgetAll() => Forget([.. typed.Keys]);
}
