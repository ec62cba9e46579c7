using Ledger.Domain.Programme.Validation;

namespace Ledger.Domain.Programme;

/// <summary>Everything that is wrong with a programme, each fault with a pointer into the document.</summary>
public static class ProgrammeFaults
{
    /// <returns>Empty when the document can be adopted.</returns>
    public static IReadOnlyList<Fault> Of(ProgrammeDocument document)
    {
        var tree = DocumentNode.Of(document);
        Fault[] gaps = [.. Gaps("", tree)];
        // With a hole in a list nothing else can be judged.
        return gaps.Length > 0
            ? gaps
            :
            [
                .. DocumentChecks.Of(document),
                .. Wording.Of(tree),
                .. ZoneChecks.Of(document),
                .. SuccessionChecks.Of(document),
                .. OrganisationChecks.Of(document),
                .. SeriesChecks.Of(document),
                .. IndicatorChecks.Of(document),
                .. AllocationChecks.Of(document),
                .. TaskChecks.Of(document),
                .. RegisterChecks.Of(document),
                .. CalendarChecks.Of(document),
                .. BaselineChecks.Of(document),
                .. RuleChecks.Of(document),
                .. AssumptionChecks.Of(document, tree),
            ];
    }

    private static IEnumerable<Fault> Gaps(string pointer, DocumentNode node) => node switch
    {
        DocumentNode.Parts parts => parts.Members.SelectMany(member => Gaps($"{pointer}/{DocumentNode.Escape(member.Name)}", member.Node)),
        DocumentNode.Items items => items.Nodes.SelectMany((item, index) => item is DocumentNode.Value(null)
            ? [Fault.At($"{pointer}/{index}", "entry-empty")]
            : Gaps($"{pointer}/{index}", item)),
        _ => [],
    };
}
