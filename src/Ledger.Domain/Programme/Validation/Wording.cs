namespace Ledger.Domain.Programme.Validation;

/// <summary>Every name is there in all three languages, and no text that is there is blank.</summary>
internal static class Wording
{
    private static readonly string[] Languages = ["zhHant", "zhHans", "en"];

    public static IEnumerable<Fault> Of(DocumentNode tree) => Walk("", tree);

    private static IEnumerable<Fault> Walk(string pointer, DocumentNode node) => node switch
    {
        DocumentNode.Parts parts when IsName(parts) => parts.Members
            .Where(member => member.Node is DocumentNode.Value { Content: var text } && string.IsNullOrWhiteSpace(text))
            .Select(member => Fault.At($"{pointer}/{member.Name}", "name-untranslated", member.Name)),
        DocumentNode.Parts parts => parts.Members.SelectMany(
            member => Walk($"{pointer}/{DocumentNode.Escape(member.Name)}", member.Node)),
        DocumentNode.Items items => items.Nodes.SelectMany((item, index) => Walk($"{pointer}/{index}", item)),
        DocumentNode.Value { Content: { } text } when string.IsNullOrWhiteSpace(text) => [Fault.At(pointer, "text-blank")],
        _ => [],
    };

    private static bool IsName(DocumentNode.Parts parts) =>
        parts.Members.Select(member => member.Name).SequenceEqual(Languages);
}
