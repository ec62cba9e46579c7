namespace Ledger.Domain.Programme;

/// <summary>One place where a version of a document differs from the one before.</summary>
/// <param name="Pointer">An RFC 6901 pointer into the new document; into the old one for what is gone.</param>
/// <param name="Before">Null: was not there.</param>
/// <param name="After">Null: is there no longer.</param>
public sealed record Change(string Pointer, string? Before, string? After);

/// <summary>What a new version changes, worked out from the two documents.</summary>
/// <remarks>
/// Entries of a list are matched by their code or number, so that a new zone in the middle is one change; a list that only
/// stands in another order is a change too, because order breaks ties.
/// </remarks>
public static class DocumentChanges
{
    private static readonly string[][] Keys =
        [["id"], ["code", "from"], ["code"], ["zone", "subject"], ["subject", "kind"], ["period"], ["text"], ["subject"]];

    public static IReadOnlyList<Change> Between<TDocument>(TDocument before, TDocument after)
        where TDocument : notnull =>
        [.. Compare("", DocumentNode.Of(before), DocumentNode.Of(after))];

    private static IEnumerable<Change> Compare(string pointer, DocumentNode before, DocumentNode after) => (before, after) switch
    {
        (DocumentNode.Parts old, DocumentNode.Parts @new) => CompareParts(pointer, old, @new),
        (DocumentNode.Items old, DocumentNode.Items @new) => CompareItems(pointer, old.Nodes, @new.Nodes),
        (DocumentNode.Value old, DocumentNode.Value @new) when old == @new => [],
        _ => [new(pointer, before.Describe(), after.Describe())],
    };

    private static IEnumerable<Change> CompareParts(string pointer, DocumentNode.Parts before, DocumentNode.Parts after)
    {
        foreach (var (name, node) in after.Members)
        {
            var at = $"{pointer}/{DocumentNode.Escape(name)}";
            var changes = before.Part(name) is { } old ? Compare(at, old, node) : [new(at, Before: null, node.Describe())];
            foreach (var change in changes)
                yield return change;
        }

        foreach (var (name, node) in before.Members.Where(member => after.Part(member.Name) is null))
            yield return new($"{pointer}/{DocumentNode.Escape(name)}", node.Describe(), After: null);
    }

    private static IEnumerable<Change> CompareItems(
        string pointer, IReadOnlyList<DocumentNode> before, IReadOnlyList<DocumentNode> after)
    {
        if (before.Concat(after).All(node => node is DocumentNode.Value))
            return before.SequenceEqual(after) ? [] : [new(pointer, Describe(before), Describe(after))];
        return Keyed(before) is { } old && Keyed(after) is { } @new
            ? CompareKeyed(pointer, old, @new)
            : CompareByPlace(pointer, before, after);
    }

    private static IEnumerable<Change> CompareKeyed(
        string pointer, OrderedDictionary<string, DocumentNode> before, OrderedDictionary<string, DocumentNode> after)
    {
        string[] oldOrder = [.. before.Keys.Where(after.ContainsKey)];
        string[] newOrder = [.. after.Keys.Where(before.ContainsKey)];
        if (!oldOrder.SequenceEqual(newOrder))
            yield return new(pointer, string.Join(", ", oldOrder), string.Join(", ", newOrder));

        foreach (var (index, (key, node)) in after.Index())
        {
            var at = $"{pointer}/{index}";
            var changes = before.TryGetValue(key, out var old) ? Compare(at, old, node) : [new(at, Before: null, node.Describe())];
            foreach (var change in changes)
                yield return change;
        }

        foreach (var (index, (_, node)) in before.Index().Where(entry => !after.ContainsKey(entry.Item.Key)))
            yield return new($"{pointer}/{index}", node.Describe(), After: null);
    }

    private static IEnumerable<Change> CompareByPlace(
        string pointer, IReadOnlyList<DocumentNode> before, IReadOnlyList<DocumentNode> after)
    {
        for (var index = 0; index < Math.Max(before.Count, after.Count); index++)
        {
            var at = $"{pointer}/{index}";
            var changes = (index < before.Count, index < after.Count) switch
            {
                (true, true) => Compare(at, before[index], after[index]),
                (true, false) => [new(at, before[index].Describe(), After: null)],
                _ => [new(at, Before: null, after[index].Describe())],
            };
            foreach (var change in changes)
                yield return change;
        }
    }

    /// <returns>Null when the entries do not tell themselves apart.</returns>
    private static OrderedDictionary<string, DocumentNode>? Keyed(IReadOnlyList<DocumentNode> nodes)
    {
        var keyed = new OrderedDictionary<string, DocumentNode>(StringComparer.Ordinal);
        return nodes.All(node => node is DocumentNode.Parts parts && KeyOf(parts) is { } key && keyed.TryAdd(key, node)) ? keyed : null;
    }

    private static string? KeyOf(DocumentNode.Parts parts) =>
        Array.Find(Keys, names => names.All(name => parts.Part(name) is DocumentNode.Value)) is { } names
            ? string.Join(' ', names.Select(name => parts.Part(name)!.Describe()).Where(text => text is not null))
            : null;

    private static string? Describe(IReadOnlyList<DocumentNode> nodes) => new DocumentNode.Items(nodes).Describe();
}
