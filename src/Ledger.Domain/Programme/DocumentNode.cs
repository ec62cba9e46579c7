using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Domain.Programme;

/// <summary>A document seen as the tree that its JSON is, so that a place in it can be named by an RFC 6901 pointer.</summary>
public abstract record DocumentNode
{
    private DocumentNode()
    {
    }

    /// <summary>A single value as text; null where there is none.</summary>
    public sealed record Value(string? Content) : DocumentNode;

    /// <summary>Named parts, in their order.</summary>
    public sealed record Parts(IReadOnlyList<(string Name, DocumentNode Node)> Members) : DocumentNode
    {
        public DocumentNode? Part(string name) => Members.FirstOrDefault(member => member.Name == name).Node;
    }

    public sealed record Items(IReadOnlyList<DocumentNode> Nodes) : DocumentNode;

    public static DocumentNode Of(object? value) => value switch
    {
        null => new Value(null),
        string text => new Value(text),
        bool truth => new Value(truth ? "true" : "false"),
        int whole => new Value(whole.ToString(CultureInfo.InvariantCulture)),
        // Twenty is twenty, however many places it was typed with.
        decimal number => new Value(number.ToString("0.############################", CultureInfo.InvariantCulture)),
        Enum choice => new Value(choice.Word()),
        Period period => new Value(period.ToString()),
        LocalDate day => new Value(LocalDatePattern.Iso.Format(day)),
        LocalTime time => new Value(LocalTimePattern.ExtendedIso.Format(time)),
        AnnualDate day => new Value(AnnualDatePattern.Iso.Format(day)),
        IReadOnlyDictionary<string, decimal> shares => new Parts([.. shares.Select(share => (share.Key, Of(share.Value)))]),
        IEnumerable list => new Items([.. list.Cast<object?>().Select(Of)]),
        _ => new Parts([.. Properties(value.GetType()).Select(part => (part.Name, Of(part.Property.GetValue(value))))]),
    };

    /// <param name="pointer">RFC 6901: empty for the whole, else <c>/name/0/…</c>.</param>
    /// <returns>Null when the pointer leads nowhere.</returns>
    public DocumentNode? Find(string pointer)
    {
        if (pointer.Length == 0)
            return this;
        if (pointer[0] != '/')
            return null;
        var end = pointer.IndexOf('/', 1);
        var (step, rest) = end < 0 ? (pointer[1..], "") : (pointer[1..end], pointer[end..]);
        return Step(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))?.Find(rest);
    }

    /// <summary>For a person: a value's text, or the parts in the form of JSON.</summary>
    public string? Describe() => this switch
    {
        Value value => value.Content,
        Parts parts => $"{{{string.Join(", ", parts.Members.Select(member => $"{member.Name}: {member.Node.DescribeInside()}"))}}}",
        Items items => $"[{string.Join(", ", items.Nodes.Select(node => node.DescribeInside()))}]",
        _ => throw new InvalidOperationException($"{GetType().Name} is not described."),
    };

    internal static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private string DescribeInside() => Describe() ?? "—";

    private DocumentNode? Step(string step) => this switch
    {
        Parts parts => parts.Part(step),
        Items items => IsIndex(step, out var index) && index < items.Nodes.Count ? items.Nodes[index] : null,
        _ => null,
    };

    private static bool IsIndex(string step, out int index) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out index) && (step == "0" || step[0] != '0');

    private static IEnumerable<(string Name, PropertyInfo Property)> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), property));
}
